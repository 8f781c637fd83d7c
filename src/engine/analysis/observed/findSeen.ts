import type { Word } from '#engine/automata/Automaton';
import type { Observed } from './Observed';

/** How far a word was really seen. */
export interface Seen {
  /** So many of its letters, from the first, were seen as the beginning of a word. */
  readonly length: number;
  /** Whether all of it was, and a word ended there. */
  readonly isWhole: boolean;
  /** Step of the run or line of the log at which that beginning was first complete, and the key with which. */
  readonly place: number;
  readonly key: string;
}

/** The longest beginning of a word that was seen, and where; null when not even its first letter was. O(tree). */
export function findSeen({ letters, words }: Observed, word: Word): Seen | null {
  let [node, length] = [0, 0];
  const wanted = word.map((name) => letters.indexOf(name));
  // Parents stand before their children, so one walk over the list goes down the tree.
  for (let next = 1; next < words.parents.length && length < word.length; next++) {
    if (words.parents[next] !== node || words.letters[next] !== wanted[length]) continue;
    [node, length] = [next, length + 1];
  }
  if (length === 0) return null;
  const isWhole = length === word.length && (words.ends[node] ?? 0) > 0;
  return { length, isWhole, place: words.places[node] ?? 0, key: words.keys[node] ?? '' };
}
