import type { Automaton } from './Automaton';
import { createAutomaton } from './createAutomaton';
import type { Lifecycle } from './Lifecycle';

/** A lifecycle in which `checkLifecycle` finds no problem, as an automaton; letters in the order in which they appear. */
export function automatonOfLifecycle({ states, initial, accepting, transitions }: Lifecycle): Automaton {
  const arrows = Object.entries(transitions).flatMap(([from, row]) =>
    Object.entries(row).map(([letter, to]) => [from, letter, to] as const),
  );
  const letters = [...new Set(arrows.map(([, letter]) => letter))];
  return createAutomaton({ states, letters, initial, accepting, arrows });
}
