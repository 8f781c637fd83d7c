import type { Automaton } from './Automaton';

/** The state that a letter leads to, by numbers; −1 when it is refused. From −1 everything leads to −1. */
export function nextStateOf(
  { table, letters }: Pick<Automaton, 'table' | 'letters'>,
  state: number,
  letter: number,
): number {
  if (state < 0 || letter < 0) return -1;
  return table[state * letters.length + letter] ?? -1;
}
