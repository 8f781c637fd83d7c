import type { Automaton } from './Automaton';
import type { Arrow, NondeterministicAutomaton } from './NondeterministicAutomaton';

/** The same automaton as a list of arrows, in the order of states and letters. */
export function asNondeterministic(automaton: Automaton): NondeterministicAutomaton {
  const { states, letters, initial, accepting, table } = automaton;
  const arrows: Arrow[] = [];
  for (const [cell, to] of table.entries()) {
    if (to === -1) continue;
    arrows.push({ from: Math.floor(cell / letters.length), letter: cell % letters.length, to });
  }
  return { states, letters, initials: [initial], accepting, arrows };
}
