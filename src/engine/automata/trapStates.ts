import type { Automaton } from './Automaton';

/** The states that no arrow leaves, accepting or not. O(states × letters). */
export function trapStates({ states, letters, table }: Automaton): readonly number[] {
  const isTrap = (state: number) =>
    table
      .subarray(state * letters.length, (state + 1) * letters.length)
      .every((to) => to === -1 || to === state);
  return states.flatMap((_, state) => (isTrap(state) ? [state] : []));
}
