import type { Automaton } from './Automaton';
import { uniqueNames } from './uniqueNames';

/** Whether every state has an arrow for every letter. */
export function isComplete({ table }: Automaton): boolean {
  return !table.includes(-1);
}

/**
 * The same language with an arrow for every letter everywhere: what was missing leads to a state of its own, the
 * last one, that is left no more. Unchanged when nothing is missing. O(states × letters).
 */
export function complete(automaton: Automaton, sinkName = 'refused'): Automaton {
  if (isComplete(automaton)) return automaton;
  const { states, letters, accepting } = automaton;
  const sink = states.length;
  const table = new Int32Array((sink + 1) * letters.length).fill(sink);
  table.set(automaton.table.map((to) => (to === -1 ? sink : to)));
  return {
    ...automaton,
    states: uniqueNames([...states, sinkName]),
    accepting: [...accepting, false],
    table,
  };
}
