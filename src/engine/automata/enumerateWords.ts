import type { Automaton, Word } from './Automaton';
import { languageSize } from './languageSize';
import { nextStateOf } from './nextStateOf';
import { trim } from './trim';

/** Words of a language, and why there are no more of them here. */
export interface WordList {
  /** From short to long, among equally long ones in the order of the letters. */
  readonly words: readonly Word[];
  /** All there are; as many as were asked for; or all up to the greatest length. */
  readonly ended: 'all' | 'count' | 'length';
}

export interface WordBounds {
  readonly maxCount: number;
  readonly maxLength: number;
}

/**
 * The first words that are accepted, in order of length. Never walks a way on which no word of the wanted length ends,
 * so that each word costs O(length × letters), besides O(states × letters) for each length.
 */
export function enumerateWords(source: Automaton, { maxCount, maxLength }: WordBounds): WordList {
  const automaton = trim(source);
  const isFinite = languageSize(automaton) !== 'infinite';
  // A finite language has no word with as many letters as there are states.
  const longest = isFinite ? Math.min(maxLength, automaton.states.length - 1) : maxLength;
  const words: Word[] = [];
  // endsIn[n][state]: whether a word of n letters leads from the state to an accepting one.
  const endsIn: Uint8Array[] = [Uint8Array.from(automaton.accepting, Number)];
  for (let length = 0; length <= longest; length++) {
    if (length > 0) endsIn.push(oneLetterBefore(automaton, endsIn[length - 1] ?? new Uint8Array()));
    if (!addWords(automaton, endsIn, length, words, maxCount)) return { words, ended: 'count' };
  }
  return { words, ended: isFinite && longest === automaton.states.length - 1 ? 'all' : 'length' };
}

function oneLetterBefore({ states, letters, table }: Automaton, ends: Uint8Array): Uint8Array {
  const before = new Uint8Array(states.length);
  for (const [cell, to] of table.entries()) {
    if (to !== -1 && ends[to] === 1) before[Math.floor(cell / letters.length)] = 1;
  }
  return before;
}

/** Adds all words of one length, by a walk that goes back by itself; false when there is no room for one. */
function addWords(
  automaton: Automaton,
  endsIn: readonly Uint8Array[],
  length: number,
  words: Word[],
  maxCount: number,
): boolean {
  if (endsIn[length]?.[automaton.initial] !== 1) return true;
  const states = [automaton.initial];
  // By depth: the letter to try next.
  const tried = [0];
  while (states.length > 0) {
    const depth = states.length - 1;
    const letter = tried[depth] ?? 0;
    if (depth === length) {
      if (words.length >= maxCount) return false;
      words.push(tried.slice(0, depth).map((next) => automaton.letters[next - 1] ?? ''));
    }
    if (depth === length || letter === automaton.letters.length) {
      states.pop();
      tried.pop();
      continue;
    }
    tried[depth] = letter + 1;
    const to = nextStateOf(automaton, states[depth] ?? 0, letter);
    if (to === -1 || endsIn[length - depth - 1]?.[to] !== 1) continue;
    states.push(to);
    tried.push(0);
  }
  return true;
}
