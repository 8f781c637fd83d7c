import type { Automaton } from './Automaton';

/** The letters of two automata in one list, and what they are called in each. */
export interface CommonLetters {
  readonly letters: readonly string[];
  /** By letter of the list: its number in the left automaton, or −1 when it has none such. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Those of the left in their order, then those that only the right has. O(letters). */
export function alignLetters(left: Automaton, right: Automaton): CommonLetters {
  const letters = [...new Set([...left.letters, ...right.letters])];
  const numbersIn = ({ letters: own }: Automaton) => {
    const numberOf = new Map(own.map((name, index) => [name, index]));
    return Int32Array.from(letters, (name) => numberOf.get(name) ?? -1);
  };
  return { letters, left: numbersIn(left), right: numbersIn(right) };
}
