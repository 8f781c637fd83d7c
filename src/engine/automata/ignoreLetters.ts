import type { Automaton } from './Automaton';

/**
 * The automaton that knows these letters too and stays where it is when it reads one of those that it did not know: it
 * accepts a word exactly when the first one accepts what is left of it without them. O(states × letters).
 */
export function ignoreLetters(automaton: Automaton, letters: readonly string[]): Automaton {
  const known = new Set(automaton.letters);
  const added = [...new Set(letters)].filter((letter) => !known.has(letter));
  const [width, wider] = [automaton.letters.length, automaton.letters.length + added.length];
  const table = new Int32Array(automaton.states.length * wider);
  for (const state of automaton.states.keys()) {
    const row = automaton.table.subarray(state * width, (state + 1) * width);
    table.fill(state, state * wider, (state + 1) * wider);
    table.set(row, state * wider);
  }
  return { ...automaton, letters: [...automaton.letters, ...added], table };
}
