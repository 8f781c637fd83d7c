import type { Automaton } from './Automaton';

/** An automaton by the names of its parts. */
export interface NamedAutomaton {
  readonly states: readonly string[];
  readonly letters: readonly string[];
  readonly initial: string;
  readonly accepting: readonly string[];
  /** State, letter, next state. */
  readonly arrows: readonly (readonly [from: string, letter: string, to: string])[];
}

/**
 * The table of a named automaton. Every name must be known, and no state may have two arrows by one letter: what
 * people wrote is checked before (`importAutomaton`). An arrow between unknown names is left out.
 */
export function createAutomaton({ states, letters, initial, accepting, arrows }: NamedAutomaton): Automaton {
  const stateOf = new Map(states.map((name, index) => [name, index]));
  const letterOf = new Map(letters.map((name, index) => [name, index]));
  const table = new Int32Array(states.length * letters.length).fill(-1);
  for (const [from, letter, to] of arrows) {
    const row = stateOf.get(from);
    const column = letterOf.get(letter);
    if (row !== undefined && column !== undefined) {
      table[row * letters.length + column] = stateOf.get(to) ?? -1;
    }
  }
  const ends = new Set(accepting);
  return {
    states,
    letters,
    initial: stateOf.get(initial) ?? 0,
    accepting: states.map((name) => ends.has(name)),
    table,
  };
}
