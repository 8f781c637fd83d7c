import type { MealyMachine } from './MealyMachine';
import { reachableStates } from './reachableStates';
import { refinePartition } from './refinePartition';

/** The smallest machine that answers alike, and what became of the states. */
export interface MinimisedMealy {
  readonly machine: MealyMachine;
  /** By old state: the new one, or −1 when no word leads to it. */
  readonly mergedInto: Int32Array;
}

/**
 * The machine with the fewest states that answers every word alike, and refuses the same letters. States that answer
 * alike by one letter are split by what follows (`refinePartition`); numbered breadth first. O(n · k · log n).
 */
export function minimiseMealy(machine: MealyMachine): MinimisedMealy {
  const classOf = classesOf(machine);
  const width = machine.letters.length;
  // Breadth first over classes, each by the first state it was found with.
  const numberOf = new Map<number, number>([[classOf[machine.initial] ?? 0, 0]]);
  const found = [machine.initial];
  const [table, answers]: [number[], number[]] = [[], []];
  // The list grows while it is read.
  for (const state of found) {
    for (let cell = state * width; cell < (state + 1) * width; cell++) {
      const to = machine.table[cell] ?? -1;
      const target = classOf[to] ?? 0;
      if (to !== -1 && !numberOf.has(target)) {
        numberOf.set(target, found.length);
        found.push(to);
      }
      table.push(to === -1 ? -1 : (numberOf.get(target) ?? 0));
      answers.push(to === -1 ? -1 : (machine.answers[cell] ?? -1));
    }
  }
  const mergedInto = new Int32Array(machine.states.length).fill(-1);
  for (const state of reachableStates(machine)) {
    mergedInto[state] = numberOf.get(classOf[state] ?? 0) ?? -1;
  }
  return {
    machine: {
      ...machine,
      states: found.map((state) => machine.states[state] ?? ''),
      initial: 0,
      table: Int32Array.from(table),
      answers: Int32Array.from(answers),
    },
    mergedInto,
  };
}

/** Colours are rows of answers; a refused letter leads to a state more, whose answers nobody sees. */
function classesOf({ states, letters, table, answers }: MealyMachine): Int32Array {
  const sink = states.length;
  const complete = new Int32Array((sink + 1) * letters.length).fill(sink);
  complete.set(table.map((to) => (to === -1 ? sink : to)));
  const colourOf = new Map<string, number>();
  const colours = new Int32Array(sink + 1);
  for (let state = 0; state < sink; state++) {
    const row = answers.subarray(state * letters.length, (state + 1) * letters.length).join();
    const colour = colourOf.get(row) ?? colourOf.size + 1;
    colourOf.set(row, colour);
    colours[state] = colour;
  }
  return refinePartition(sink + 1, letters.length, complete, colours).classOf;
}
