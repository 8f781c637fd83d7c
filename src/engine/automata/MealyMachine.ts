/**
 * A deterministic machine that answers each letter with an output (Mealy 1955), as two plain tables. It may be
 * partial: where there is no arrow a letter is refused, and answered with nothing.
 */
export interface MealyMachine {
  readonly states: readonly string[];
  readonly letters: readonly string[];
  readonly outputs: readonly string[];
  readonly initial: number;
  /** `table[state * letters.length + letter]` is the next state, or −1. */
  readonly table: Int32Array;
  /** In the same places: the number of the output, or −1 where there is no arrow. */
  readonly answers: Int32Array;
}
