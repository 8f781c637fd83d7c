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
  /** Whether an event can break it. */
  readonly canBreak: boolean;
}

const mostShown = 6;

/**
 * The states from which a legal end can be reached, in order of their depth from the initial one. Of an automaton with
 * more of them than fit: the initial one and those where keys are.
 */
export function automatonInSmall(automaton: Automaton, tokens: readonly number[]): AutomatonInSmall {
  const isLive = liveStates(automaton);
  const reached = byDepth(automaton);
  const alive = reached.filter((state) => state === automaton.initial || isLive[state] === 1);
  const held = alive.filter((state) => state === automaton.initial || (tokens[state] ?? 0) > 0);
  const states = (alive.length > mostShown ? held : alive).slice(0, mostShown);
  const arrows = states.flatMap((from, place) => {
    const targets = [...new Set(targetsOf(automaton, from))];
    return targets
      .map((to) => states.indexOf(to))
      .filter((to) => to >= 0)
      .map((to) => [place, to] as const);
  });
  const canBreak = alive.some((state) => targetsOf(automaton, state).some((to) => isLive[to] !== 1));
  return { states, arrows, isCut: states.length < alive.length, canBreak };
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
