import type { Automaton } from './Automaton';
import { trim } from './trim';

export type LanguageSize = 'empty' | 'finite' | 'infinite';

/**
 * How many words are accepted: none, some, or endlessly many, which is when a cycle lies on a way from the initial to
 * an accepting state. States are taken away as long as one has no arrow into it (Kahn 1962). O(states × letters).
 */
export function languageSize(automaton: Automaton): LanguageSize {
  const { states, letters, accepting, table } = trim(automaton);
  if (!accepting.includes(true)) return 'empty';
  const arrowsInto = new Int32Array(states.length);
  for (const to of table) if (to !== -1) arrowsInto[to] = (arrowsInto[to] ?? 0) + 1;
  const free = states.flatMap((_, state) => (arrowsInto[state] === 0 ? [state] : []));
  // The list grows while it is read.
  for (const state of free) {
    for (const to of table.subarray(state * letters.length, (state + 1) * letters.length)) {
      if (to === -1) continue;
      arrowsInto[to] = (arrowsInto[to] ?? 0) - 1;
      if (arrowsInto[to] === 0) free.push(to);
    }
  }
  return free.length === states.length ? 'finite' : 'infinite';
}
