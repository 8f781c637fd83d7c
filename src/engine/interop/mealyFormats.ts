import type { MealyMachine } from '#engine/automata/MealyMachine';
import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { writeGraphviz } from './graphviz';
import { writeMealyJson } from './mealyJson';
import { writeMermaidState } from './mermaidState';

/**
 * How a Mealy machine is written. Only the first is read again: the others are pictures, with `letter / output` at each
 * arrow as in textbooks, where nobody could tell what belongs to a name.
 */
export const mealyFormats: readonly { readonly id: string; write(machine: MealyMachine): string }[] = [
  { id: 'json', write: writeMealyJson },
  { id: 'mermaid', write: (machine) => writeMermaidState(labelled(machine)) },
  { id: 'graphviz', write: (machine) => writeGraphviz(labelled(machine)) },
];

/** Each pair of letter and output as one label. */
function labelled({
  states,
  letters,
  outputs,
  initial,
  table,
  answers,
}: MealyMachine): NondeterministicAutomaton {
  const labels: string[] = [];
  const arrows = Array.from(table, (to, cell) => {
    const letter = letters[cell % letters.length] ?? '';
    labels.push(`${letter} / ${outputs[answers[cell] ?? -1] ?? ''}`);
    return { from: Math.floor(cell / letters.length), letter: cell, to };
  });
  return {
    states,
    letters: labels,
    initials: [initial],
    accepting: states.map(() => false),
    arrows: arrows.filter(({ to }) => to !== -1),
  };
}
