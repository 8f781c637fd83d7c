import type { Automaton } from './Automaton';
import type { MealyMachine } from './MealyMachine';

/** What stands between a letter and its output in the letters of `automatonOfMealy`. */
export const mealySeparator = '\u0000';

/**
 * The automaton over pairs of letter and output that accepts what the machine may be seen to do: two machines answer
 * every word alike exactly when these automata accept the same words. O(states × letters × outputs).
 */
export function automatonOfMealy(machine: MealyMachine): Automaton {
  const { states, letters, outputs, initial } = machine;
  const width = letters.length * outputs.length;
  const table = new Int32Array(states.length * width).fill(-1);
  for (const [cell, to] of machine.table.entries()) {
    const row = Math.floor(cell / letters.length);
    const letter = cell % letters.length;
    if (to !== -1) table[row * width + letter * outputs.length + (machine.answers[cell] ?? 0)] = to;
  }
  return {
    states,
    letters: letters.flatMap((letter) => outputs.map((output) => `${letter}${mealySeparator}${output}`)),
    initial,
    accepting: states.map(() => true),
    table,
  };
}
