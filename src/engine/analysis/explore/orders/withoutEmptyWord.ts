import type { Automaton } from '#engine/automata/Automaton';
import { minimise } from '#engine/automata/minimise';
import { uniqueNames } from '#engine/automata/uniqueNames';

/** The smallest automaton that accepts the same words but the empty one. */
export function withoutEmptyWord(automaton: Automaton): Automaton {
  const { states, letters, initial, accepting, table } = automaton;
  if (accepting[initial] !== true) return automaton;
  // Words may come back to where they begin: it is left as it is, and a copy of it becomes the beginning.
  const width = letters.length;
  const copied = new Int32Array(table.length + width);
  copied.set(table);
  copied.set(table.subarray(initial * width, (initial + 1) * width), table.length);
  const names = uniqueNames([...states, 'begin']);
  return minimise({
    ...automaton,
    states: names,
    initial: states.length,
    accepting: [...accepting, false],
    table: copied,
  }).automaton;
}
