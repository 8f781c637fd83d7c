import type { Automaton } from '#engine/automata/Automaton';
import { liveStates } from '#engine/automata/liveStates';

/** What of an automaton fits beside a node. */
export interface AutomatonInSmall {
  /** Places of the states that are shown, nearest to the initial one first. */
  readonly states: readonly number[];
  /** From and to, as places in `states`; of several between the same two only one. */
  readonly arrows: readonly (readonly [from: number, to: number])[];
  /** Whether there are states that are left out. */
  readonly isCut: boolean;
  /** By place in `states`: how many keys are there. */
  readonly keys: readonly number[];
  /** How many keys are in states that are left out. */
  readonly elsewhere: number;
}

const mostShown = 6;

/** What of an automaton stays the same while keys move in it: reckoned once, for it may be large. */
export interface Structure {
  readonly automaton: Automaton;
  /** The states from which a legal end can be reached, and the initial one, in order of their depth from it. */
  readonly alive: readonly number[];
  /** Whether an event can break it. */
  readonly canBreak: boolean;
}

/** What of an automaton is known before any key moves. */
export function structureOf(automaton: Automaton): Structure {
  const isLive = liveStates(automaton);
  const alive = byDepth(automaton).filter((state) => state === automaton.initial || isLive[state] === 1);
  const canBreak = alive.some((state) => targetsOf(automaton, state).some((to) => isLive[to] !== 1));
  return { automaton, alive, canBreak };
}

/**
 * The states from which a legal end can be reached, in order of their depth from the initial one. Of an automaton with
 * more of them than fit: the initial one and those where most keys are. `tokens` tells of these, `unbroken` how many
 * keys there are in all.
 */
export function automatonInSmall(
  { automaton, alive }: Structure,
  tokens: readonly (readonly [state: number, keys: number])[],
  unbroken: number,
): AutomatonInSmall {
  const keysIn = new Map(tokens);
  const states = alive.length > mostShown ? fullest(alive, automaton.initial, keysIn) : alive;
  const arrows = states.flatMap((from, place) => {
    const targets = [...new Set(targetsOf(automaton, from))];
    return targets
      .map((to) => states.indexOf(to))
      .filter((to) => to >= 0)
      .map((to) => [place, to] as const);
  });
  const keys = states.map((state) => keysIn.get(state) ?? 0);
  const elsewhere = keys.reduce((rest, count) => rest - count, unbroken);
  return {
    states,
    arrows,
    isCut: states.length < alive.length,
    keys,
    elsewhere,
  };
}

function fullest(
  alive: readonly number[],
  initial: number,
  keysIn: ReadonlyMap<number, number>,
): readonly number[] {
  const held = alive.filter((state) => state !== initial && keysIn.has(state));
  const chosen = held.toSorted((a, b) => (keysIn.get(b) ?? 0) - (keysIn.get(a) ?? 0)).slice(0, mostShown - 1);
  return [initial, ...held.filter((state) => chosen.includes(state))];
}

const targetsOf = ({ letters, table }: Automaton, state: number): readonly number[] =>
  Array.from(table.slice(state * letters.length, (state + 1) * letters.length));

function byDepth(automaton: Automaton): readonly number[] {
  const reached = new Set([automaton.initial]);
  // A set is walked through to what is added meanwhile.
  for (const state of reached) {
    for (const to of targetsOf(automaton, state)) if (to >= 0) reached.add(to);
  }
  return [...reached];
}
