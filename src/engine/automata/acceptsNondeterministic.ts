import { ArrowTable } from './ArrowTable';
import type { Word } from './Automaton';
import type { NondeterministicAutomaton } from './NondeterministicAutomaton';

/** Whether some way to read the word ends in an accepting state. O(length of the word × arrows). */
export function acceptsNondeterministic(automaton: NondeterministicAutomaton, word: Word): boolean {
  const arrows = new ArrowTable(automaton);
  let states = arrows.close(automaton.initials);
  for (const name of word) {
    const letter = automaton.letters.indexOf(name);
    states = letter === -1 ? [] : arrows.step(states, letter);
  }
  return states.some((state) => automaton.accepting[state] === true);
}
