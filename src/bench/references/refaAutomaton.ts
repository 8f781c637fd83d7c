import type { Automaton } from '#engine/automata/Automaton';
import { CharSet, DFA } from 'refa';

/** The same automaton as an object of the library refa, for comparison. */
export function refaAutomaton({ states, letters, initial, accepting, table }: Automaton): DFA {
  const maxCharacter = letters.length - 1;
  const builder = new DFA.Builder(DFA.nodeFactory);
  const nodes = states.map((_, state) => (state === initial ? builder.initial : builder.createNode()));
  for (const [cell, to] of table.entries()) {
    const from = nodes[Math.floor(cell / letters.length)];
    const target = nodes[to];
    const character = cell % letters.length;
    const set = CharSet.empty(maxCharacter).union([{ min: character, max: character }]);
    if (from !== undefined && target !== undefined) builder.linkNodes(from, target, set);
  }
  for (const [state, node] of nodes.entries()) if (accepting[state] === true) builder.makeFinal(node);
  return DFA.fromBuilder(builder, { maxCharacter });
}
