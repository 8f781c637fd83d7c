import type { Word } from './Automaton';
import { automatonOfMealy, mealySeparator } from './automatonOfMealy';
import { findDifference } from './findDifference';
import type { MealyMachine } from './MealyMachine';

/**
 * A shortest word that two machines answer differently, where refusing a letter is an answer of its own; null when
 * there is none. O(states × letters × outputs).
 */
export function compareMealy(left: MealyMachine, right: MealyMachine): Word | null {
  const difference = findDifference(automatonOfMealy(left), automatonOfMealy(right));
  if (difference === null) return null;
  return difference.word.map((pair) => pair.slice(0, pair.indexOf(mealySeparator)));
}
