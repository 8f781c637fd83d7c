import type { Automaton, Word } from './Automaton';
import type { Bounded } from './Bounded';
import { findDifference, type Difference } from './findDifference';
import { findExtraWord } from './findExtraWord';

/** How two languages differ. */
export interface LanguageComparison {
  /** A shortest word that only one of them has. */
  readonly difference: Difference;
  /** The shortest words that only the one or the other has; null when it has none, so is included. */
  readonly onlyLeft: Bounded<Word | null>;
  readonly onlyRight: Bounded<Word | null>;
}

/** Null when two automata accept the same words; else the shortest words on which they differ. */
export function compareLanguages(
  left: Automaton,
  right: Automaton,
  maxPairs?: number,
): LanguageComparison | null {
  const difference = findDifference(left, right);
  if (difference === null) return null;
  return {
    difference,
    onlyLeft: findExtraWord(left, right, maxPairs),
    onlyRight: findExtraWord(right, left, maxPairs),
  };
}
