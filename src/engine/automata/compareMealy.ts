import type { Word } from './Automaton';
import type { MealyMachine } from './MealyMachine';
import { MergedPairs } from './MergedPairs';

/**
 * A shortest word that two machines answer differently, where refusing a letter is an answer of its own; null when
 * there is none. Nearly O(states × letters).
 */
export function compareMealy(left: MealyMachine, right: MealyMachine): Word | null {
  const merged = new MergedPairs(left, right);
  const { letters, ...own } = merged.letters;
  let place = 0;
  for (const [one, other] of merged.pairs()) {
    for (const [index, letter] of letters.entries()) {
      const answer = answerOf(left, one, own.left[index] ?? -1);
      if (answer !== answerOf(right, other, own.right[index] ?? -1)) return [...merged.wordOf(place), letter];
    }
    place += 1;
  }
  return null;
}

/** What a machine puts out; null where it refuses. */
function answerOf(
  { letters, outputs, table, answers }: MealyMachine,
  state: number,
  letter: number,
): string | null {
  if (state === -1 || letter === -1) return null;
  const cell = state * letters.length + letter;
  return table[cell] === -1 ? null : (outputs[answers[cell] ?? -1] ?? null);
}
