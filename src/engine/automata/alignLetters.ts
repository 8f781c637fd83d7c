import type { Automaton } from './Automaton';

/** The letters of two automata in one list, and what they are called in each. */
export interface CommonLetters {
  readonly letters: readonly string[];
  /** By letter of the list: its number in the left automaton, or −1 when it has none such. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

type Letters = Pick<Automaton, 'letters'>;

/** Those of the left in their order, then those that only the right has. O(letters). */
export function alignLetters(left: Letters, right: Letters): CommonLetters {
  if (isSame(left.letters, right.letters)) {
    const own = Int32Array.from(left.letters, (_, index) => index);
    return { letters: left.letters, left: own, right: own };
  }
  const letters = [...new Set([...left.letters, ...right.letters])];
  const numbersIn = ({ letters: own }: Letters) => {
    const numberOf = new Map(own.map((name, index) => [name, index]));
    return Int32Array.from(letters, (name) => numberOf.get(name) ?? -1);
  };
  return { letters, left: numbersIn(left), right: numbersIn(right) };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((letter, index) => letter === other[index]))
  );
}
