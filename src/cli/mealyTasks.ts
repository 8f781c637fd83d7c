import type { Word } from '#engine/automata/Automaton';
import { compareMealy } from '#engine/automata/compareMealy';
import type { MealyMachine } from '#engine/automata/MealyMachine';
import { minimiseMealy } from '#engine/automata/minimiseMealy';
import { runMealy } from '#engine/automata/runMealy';
import { mealyData } from '#engine/interop/mealyJson';
import type { AutomatonAnswer } from './automatonTasks';
import { wordText } from './wordText';

/** What is asked about one or two Mealy machines. */
export interface MachineQuestion {
  readonly machine: MealyMachine;
  /** The same one where only one is asked about. */
  readonly other: MealyMachine;
  readonly word: Word;
}

/** What the machine answers to each letter, or which letter it refuses. */
export function runMachine({ machine, word }: MachineQuestion): AutomatonAnswer {
  const { outputs, state, refusedAt } = runMealy(machine, word);
  const refused = refusedAt === -1 ? '' : `refused: ${wordText([word[refusedAt] ?? ''])}\n`;
  const json = {
    outputs,
    state: machine.states[state] ?? '',
    refusedAt: refusedAt === -1 ? null : refusedAt,
  };
  return { json, shown: `${wordText(outputs)}\n${refused}`, isYes: refusedAt === -1 };
}

export function shrinkMachine({ machine }: MachineQuestion): AutomatonAnswer {
  const { machine: small, mergedInto } = minimiseMealy(machine);
  const merged = machine.states.map((name, state) => [name, small.states[mergedInto[state] ?? -1] ?? null]);
  return written(small, { merged });
}

export function compareMachines({ machine, other }: MachineQuestion): AutomatonAnswer {
  const word = compareMealy(machine, other);
  if (word === null) return { json: { equal: true }, shown: 'equal\n', isYes: true };
  const [left, right] = [runMealy(machine, word), runMealy(other, word)];
  const said = ({ outputs, refusedAt }: typeof left) =>
    `${wordText(outputs)}${refusedAt === -1 ? '' : ', then refuses'}`;
  return {
    json: { equal: false, word, left: left.outputs, right: right.outputs },
    shown: `different, first by: ${wordText(word)}\nthe left answers: ${said(left)}\nthe right answers: ${said(right)}\n`,
    isYes: false,
  };
}

export function writeMachine({ machine }: MachineQuestion): AutomatonAnswer {
  return written(machine, {});
}

function written(machine: MealyMachine, more: object): AutomatonAnswer {
  return { json: { machine: mealyData(machine), ...more }, shown: machine, isYes: true };
}
