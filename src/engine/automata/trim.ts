import type { Automaton } from './Automaton';
import { liveStates } from './liveStates';
import { reachableStates } from './reachableStates';
import { selectStates } from './selectStates';

/**
 * The same language without the states that no word leads to and those that lead to no accepting one. The initial
 * state stays, and is the first. O(states × letters).
 */
export function trim(automaton: Automaton): Automaton {
  const isLive = liveStates(automaton);
  const { initial } = automaton;
  return selectStates(
    automaton,
    reachableStates(automaton).filter((state) => state === initial || isLive[state] === 1),
  );
}
