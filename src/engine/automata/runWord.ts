import type { Automaton, Word } from './Automaton';
import { nextStateOf } from './nextStateOf';

/** What reading a word did. */
export interface WordRun {
  /** The states passed, with the initial one: one more than there are letters read. */
  readonly path: readonly number[];
  /** The letter that had no arrow, or is none of the automaton's: its place in the word; −1 when all were read. */
  readonly refusedAt: number;
  readonly isAccepted: boolean;
}

/** Reads a word, letter by letter, until its end or until one is refused. O(length of the word + letters). */
export function runWord(automaton: Automaton, word: Word): WordRun {
  const letterOf = new Map(automaton.letters.map((name, index) => [name, index]));
  const path = [automaton.initial];
  let state = automaton.initial;
  for (const [place, name] of word.entries()) {
    state = nextStateOf(automaton, state, letterOf.get(name) ?? -1);
    if (state === -1) return { path, refusedAt: place, isAccepted: false };
    path.push(state);
  }
  return { path, refusedAt: -1, isAccepted: automaton.accepting[state] === true };
}
