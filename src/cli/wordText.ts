import type { Word } from '#engine/automata/Automaton';
import { regexName } from '#engine/automata/regexTokens';

/** A word, or a list of names, as it stands in an expression. */
export function wordText(word: Word): string {
  return word.length === 0 ? '()' : word.map(regexName).join(' ');
}
