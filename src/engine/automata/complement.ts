import type { Automaton } from './Automaton';
import { complete } from './complete';

/** Accepts exactly the words over the same letters that the automaton does not. O(states × letters). */
export function complement(automaton: Automaton): Automaton {
  const whole = complete(automaton);
  return { ...whole, accepting: whole.accepting.map((isAccepting) => !isAccepting) };
}
