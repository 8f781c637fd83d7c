import type { MealyMachine } from '#engine/automata/MealyMachine';
import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import type { AutomatonAnswer, AutomatonQuestion, AutomatonTask } from './automatonTasks';
import { inputFailure } from './CliFailure';
import { isMachine } from './readAutomaton';

export type TaskSettings = Pick<AutomatonQuestion, 'rule' | 'bounds'>;

/** What a task is asked about: two automata or two Mealy machines, the same one twice where one is enough. */
export interface TaskOperands {
  readonly first: NondeterministicAutomaton | MealyMachine;
  readonly other: NondeterministicAutomaton | MealyMachine;
  readonly word: readonly string[];
}

/** The answer of a task, by what it is asked about. */
export function answerTask(
  { name, answer, ofMachine }: AutomatonTask,
  settings: TaskSettings,
  { first, other, word }: TaskOperands,
): AutomatonAnswer {
  if (isMachine(first) && isMachine(other)) {
    if (ofMachine !== undefined) return ofMachine({ machine: first, other, word });
    throw inputFailure('mealy-machine', `This is a Mealy machine, and "${name}" takes only automata.`);
  }
  if (isMachine(first) || isMachine(other)) {
    throw inputFailure('mealy-machine', 'One of the two is a Mealy machine. Compare two of a sort.');
  }
  if (answer !== undefined) return answer({ ...settings, automaton: first, other, word });
  throw inputFailure('mealy-machine', `This is an automaton, and "${name}" takes only Mealy machines.`);
}
