import type { Automaton, Word } from './Automaton';
import { runWord } from './runWord';

/** Whether a word is in the language of the automaton. */
export function accepts(automaton: Automaton, word: Word): boolean {
  return runWord(automaton, word).isAccepted;
}
