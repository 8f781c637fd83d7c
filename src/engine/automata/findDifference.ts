import type { Automaton, Word } from './Automaton';
import { MergedPairs } from './MergedPairs';

/** A word that one of two automata accepts and the other does not. */
export interface Difference {
  readonly word: Word;
  readonly acceptedBy: 'left' | 'right';
}

/** A shortest word on which two automata differ, or null when they accept the same words. Nearly O(states × letters). */
export function findDifference(left: Automaton, right: Automaton): Difference | null {
  const merged = new MergedPairs(left, right);
  let place = 0;
  for (const [one, other] of merged.pairs()) {
    const isLeft = left.accepting[one] === true;
    if (isLeft !== (right.accepting[other] === true)) {
      return { word: merged.wordOf(place), acceptedBy: isLeft ? 'left' : 'right' };
    }
    place += 1;
  }
  return null;
}
