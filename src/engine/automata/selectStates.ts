import type { Automaton } from './Automaton';

/**
 * Only the given states, in that order, with the arrows between them. The first must be the initial one. O(states ×
 * letters).
 */
export function selectStates(automaton: Automaton, chosen: ArrayLike<number>): Automaton {
  const { states, letters, accepting, table } = automaton;
  const places = new Int32Array(states.length).fill(-1);
  const order = Array.from(chosen);
  for (const [place, state] of order.entries()) places[state] = place;
  const width = letters.length;
  const selected = new Int32Array(order.length * width);
  for (const [place, state] of order.entries()) {
    for (let letter = 0; letter < width; letter++) {
      const to = table[state * width + letter] ?? -1;
      selected[place * width + letter] = to === -1 ? -1 : (places[to] ?? -1);
    }
  }
  return {
    states: order.map((state) => states[state] ?? ''),
    letters,
    initial: 0,
    accepting: order.map((state) => accepting[state] === true),
    table: selected,
  };
}
