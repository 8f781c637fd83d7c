import type { Break } from '../Break';
import type { Configuration } from '../Configuration';
import type { ConfigurationSet } from '../ConfigurationSet';
import type { Move } from '../Move';
import { broken, type Property } from '../Property';
import type { Space } from '../Space';
import type { Symmetry } from './Symmetry';

/** A run of the nodes themselves, where what was explored stands for it. */
export interface RealRun {
  readonly moves: readonly Move[];
  /** What is wrong at its end, if anything. */
  readonly reason: string;
}

/**
 * The run that the way to a configuration, and perhaps a move that breaks the property, stands for: from the beginning on
 * the next move is any that leads to what the next configuration stands for. Null where there is none, which would be a
 * mistake about who is alike.
 */
export function realRun(
  space: Space,
  property: Property,
  symmetry: Symmetry,
  set: ConfigurationSet,
  { configuration, move }: Pick<Break, 'configuration' | 'move'>,
): RealRun | null {
  const way: number[] = [];
  for (let at = configuration; set.parentOf(at) >= 0; at = set.parentOf(at)) way.unshift(at);
  const here = space.create();
  set.read(0, here);
  const moves: Move[] = [];
  for (const number of way) {
    const goal = set.row(number).join();
    const next = findMove(space, here, (one) => {
      const remembered = property.next(here.extra(0), one, here);
      if (remembered === broken) return null;
      space.writeNext(here, one, remembered);
      const row = space.writer.bytes;
      return symmetry.canonical(row)?.join() === goal ? row : null;
    });
    if (next === null) return null;
    moves.push(next.move);
    here.unpack(next.found);
  }
  if (move < 0) return { moves, reason: property.whyNotEndHere(here.extra(0), here) ?? '' };
  const last = findMove(space, here, (one) =>
    property.next(here.extra(0), one, here) === broken ? property.whyBroken() : null,
  );
  return last === null ? null : { moves: [...moves, last.move], reason: last.found };
}

/** The first move in which something is found, with that. */
function findMove<Found>(
  space: Space,
  here: Configuration,
  look: (move: Move) => Found | null,
): { readonly move: Move; readonly found: Found } | null {
  const all: Move[] = [];
  space.findAllMoves(here, all);
  for (const move of all) {
    const found = look(move);
    if (found !== null) return { move, found };
  }
  return null;
}
