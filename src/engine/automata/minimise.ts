import type { Automaton } from './Automaton';
import { liveStates } from './liveStates';
import { reachableStates } from './reachableStates';
import { refinePartition } from './refinePartition';
import { selectStates } from './selectStates';

/** The smallest automaton of a language, and what became of the states. */
export interface Minimised {
  readonly automaton: Automaton;
  /** By old state: the new one it was merged into, or −1 when no word leads to it or it is dead. */
  readonly mergedInto: Int32Array;
}

/**
 * The automaton with the fewest states for the same words: unreachable and dead states go, equivalent ones merge
 * (`refinePartition`). Partial, so without a dead state, except that the empty language needs one. States are
 * numbered breadth first, so that two automata over the same list of letters accept the same words exactly when
 * their minimised tables are equal; each has the name of the first state it stands for. O(n · k · log n).
 */
export function minimise(automaton: Automaton): Minimised {
  const { initial } = automaton;
  const isLive = liveStates(automaton);
  const kept = reachableStates(automaton).filter((state) => state === initial || isLive[state] === 1);
  // In the order of the old states, so that the representative of a class is its first state.
  kept.sort();
  const classOf = classesOf(automaton, kept, isLive);
  const firstOf = firstsOf(automaton.states.length, kept, classOf);
  const merged = automaton.table.map((to) => (to === -1 || isLive[to] !== 1 ? -1 : (firstOf[to] ?? -1)));
  const small = { ...automaton, initial: firstOf[initial] ?? initial, table: merged };
  const order = reachableStates(small);
  const places = new Int32Array(automaton.states.length).fill(-1);
  for (let place = 0; place < order.length; place++) places[order[place] ?? 0] = place;
  return {
    automaton: selectStates(small, order),
    mergedInto: firstOf.map((first) => (first === -1 ? -1 : (places[first] ?? -1))),
  };
}

/** By state: the first state of its class, or −1 when it is not kept. */
function firstsOf(stateCount: number, kept: Int32Array, classOf: Int32Array): Int32Array {
  const firsts = new Int32Array(kept.length + 1).fill(-1);
  const firstOf = new Int32Array(stateCount).fill(-1);
  for (let place = 0; place < kept.length; place++) {
    const each = classOf[place] ?? 0;
    if (firsts[each] === -1) firsts[each] = kept[place] ?? 0;
    firstOf[kept[place] ?? 0] = firsts[each] ?? -1;
  }
  return firstOf;
}

/** By place in `kept`: its class. What is missing or dead is one more state with a colour of its own. */
function classesOf(
  { letters, accepting, table }: Automaton,
  kept: Int32Array,
  isLive: Uint8Array,
): Int32Array {
  const width = letters.length;
  const sink = kept.length;
  const complete = new Int32Array((sink + 1) * width).fill(sink);
  const places = new Int32Array(isLive.length).fill(sink);
  for (let place = 0; place < sink; place++) {
    const state = kept[place] ?? 0;
    if (isLive[state] === 1) places[state] = place;
  }
  for (let place = 0; place < sink; place++) {
    const row = (kept[place] ?? 0) * width;
    for (let letter = 0; letter < width; letter++) {
      const to = table[row + letter] ?? -1;
      complete[place * width + letter] = to === -1 ? sink : (places[to] ?? sink);
    }
  }
  const colours = new Int32Array(sink + 1).fill(2);
  for (let place = 0; place < sink; place++) colours[place] = accepting[kept[place] ?? 0] === true ? 1 : 0;
  return refinePartition(sink + 1, width, complete, colours).classOf;
}
