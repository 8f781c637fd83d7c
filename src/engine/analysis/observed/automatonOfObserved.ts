import type { Automaton } from '#engine/automata/Automaton';
import { uniqueNames } from '#engine/automata/uniqueNames';
import type { Observed, ObservedArrow } from './Observed';

/** The name of the state before the first event. */
const startName = 'start';

/**
 * The deterministic automaton that accepts every word along these arrows: a state for each letter that came last, one
 * for the start, and accepting where an arrow leads to the end. It accepts what was seen, and more: it remembers one
 * letter. O(letters²).
 */
export function automatonOfObserved({ letters }: Observed, arrows: readonly ObservedArrow[]): Automaton {
  const used = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))]
    .filter((state) => state > 0 && state <= letters.length)
    .toSorted((a, b) => a - b);
  const stateOf = new Map([0, ...used].map((state, index) => [state, index]));
  const width = used.length;
  const table = new Int32Array((width + 1) * width).fill(-1);
  const accepting = Array.from({ length: width + 1 }, () => false);
  for (const { from, to } of arrows) {
    const [row, target] = [stateOf.get(from), stateOf.get(to)];
    if (row === undefined) continue;
    if (to === letters.length + 1) accepting[row] = true;
    else if (target !== undefined) table[row * width + target - 1] = target;
  }
  const names = used.map((state) => letters[state - 1] ?? '');
  return { states: uniqueNames([startName, ...names]), letters: names, initial: 0, accepting, table };
}
