import type { MergedArrow } from './mergeArrows';
import type { PictureState } from './AutomatonPicture';

type Ends = Pick<MergedArrow, 'id' | 'from' | 'to'>;

/**
 * The arrows that lead back: walking from the initial states along the arrows in their order, those that lead to a state
 * whose ways are still being walked (Tarjan 1972, depth-first search), and all that lead to an initial state, so that it
 * stands first. Without them there is no circle, on any level of
 * nesting: an arrow between states with different parents counts for the two, next to each other, that hold its ends.
 */
export function backArrows(states: readonly PictureState[], arrows: readonly Ends[]): ReadonlySet<string> {
  const parentOf = new Map(states.map(({ id, parent }) => [id, parent]));
  const known = new Set(parentOf.keys());
  const ways = new Map<string, { readonly id: string; readonly to: string }[]>();
  for (const { id, from, to } of arrows) {
    const ends = known.has(from) && known.has(to) ? siblings(lineOf(from), lineOf(to)) : null;
    if (ends !== null) ways.set(ends.from, [...(ways.get(ends.from) ?? []), { id, to: ends.to }]);
  }
  const back = new Set<string>();
  const open = new Set<string>();
  const done = new Set<string>();
  const initial = new Set(states.filter(({ isInitial }) => isInitial === true).map(({ id }) => id));
  for (const id of [...initial, ...known]) walk(id);
  return back;

  /** Recursion goes as deep as there are states, of which a picture has a few hundred at most. */
  function walk(id: string): void {
    if (done.has(id)) return;
    open.add(id);
    for (const way of ways.get(id) ?? []) {
      if (open.has(way.to) || initial.has(way.to)) back.add(way.id);
      else walk(way.to);
    }
    open.delete(id);
    done.add(id);
  }

  /** A state and all that it is inside of, the outermost first. */
  function lineOf(id: string): readonly string[] {
    const line: string[] = [];
    let at: string | undefined = id;
    while (at !== undefined && known.has(at) && !line.includes(at)) {
      line.unshift(at);
      at = parentOf.get(at);
    }
    return line;
  }
}

/** Where two lines part; null when one end is inside the other. */
function siblings(from: readonly string[], to: readonly string[]): { from: string; to: string } | null {
  let depth = 0;
  while (depth < from.length && from[depth] === to[depth]) depth += 1;
  const [one, other] = [from[depth], to[depth]];
  return one === undefined || other === undefined ? null : { from: one, to: other };
}
