import type { Automaton } from './Automaton';

/**
 * By state, 1 when some word leads from it to an accepting state (co-reachable), and 0 when it is dead. Walks the
 * arrows backwards, O(states × letters).
 */
export function liveStates({ states, letters, accepting, table }: Automaton): Uint8Array {
  const { starts, sources } = reversed(states.length, letters.length, table);
  const isLive = new Uint8Array(states.length);
  const order = new Int32Array(states.length);
  let count = 0;
  for (let state = 0; state < states.length; state++) {
    if (accepting[state] !== true) continue;
    isLive[state] = 1;
    order[count++] = state;
  }
  for (let at = 0; at < count; at++) {
    const to = order[at] ?? 0;
    for (let place = starts[to] ?? 0; place < (starts[to + 1] ?? 0); place++) {
      const from = sources[place] ?? 0;
      if (isLive[from] === 1) continue;
      isLive[from] = 1;
      order[count++] = from;
    }
  }
  return isLive;
}

/** By target, where its sources begin; and the sources, sorted by target. */
function reversed(stateCount: number, letterCount: number, table: Int32Array) {
  const starts = new Int32Array(stateCount + 1);
  for (const to of table) if (to >= 0) starts[to + 1] = (starts[to + 1] ?? 0) + 1;
  for (let state = 0; state < stateCount; state++) {
    starts[state + 1] = (starts[state + 1] ?? 0) + (starts[state] ?? 0);
  }
  const next = starts.slice();
  const sources = new Int32Array(starts[stateCount] ?? 0);
  for (let cell = 0; cell < table.length; cell++) {
    const to = table[cell] ?? -1;
    if (to === -1) continue;
    const place = next[to] ?? 0;
    sources[place] = Math.floor(cell / letterCount);
    next[to] = place + 1;
  }
  return { starts, sources };
}
