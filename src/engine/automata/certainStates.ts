import type { Automaton } from './Automaton';
import { complement } from './complement';
import { liveStates } from './liveStates';

/**
 * By state, 1 when every word whatever is accepted from it: what an automaton watches is satisfied for ever there.
 * These are the states that are dead in the complement. O(states × letters).
 */
export function certainStates(automaton: Automaton): Uint8Array {
  const isLive = liveStates(complement(automaton));
  return isLive.subarray(0, automaton.states.length).map((live) => 1 - live);
}
