import type { Arrows } from './Automaton';

/**
 * The states that words lead to, in breadth-first order by the order of the letters: the initial one first. That
 * order depends on nothing but the shape, so that it can number states canonically. O(states × letters).
 */
export function reachableStates({ states, letters, initial, table }: Arrows): Int32Array {
  const isFound = new Uint8Array(states.length);
  const order = new Int32Array(states.length);
  order[0] = initial;
  isFound[initial] = 1;
  let count = 1;
  for (let at = 0; at < count; at++) {
    const row = (order[at] ?? 0) * letters.length;
    for (let letter = 0; letter < letters.length; letter++) {
      const to = table[row + letter] ?? -1;
      if (to === -1 || isFound[to] === 1) continue;
      isFound[to] = 1;
      order[count++] = to;
    }
  }
  return order.slice(0, count);
}
