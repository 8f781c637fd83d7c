import { readAutomatonData } from '#engine/model/automatonData';
import { isMealyData, readMealyData } from '#engine/interop/mealyJson';
import { isPlainObject } from '#engine/model/readValue';
import { answerTask, type TaskOperands, type TaskSettings } from './answerTask';
import type { AutomatonTask } from './automatonTasks';
import { CliFailure, inputFailure } from './CliFailure';
import { exitCodes, type ExitCode } from './exitCodes';
import type { Io } from './Io';
import { plainProblem } from './printProblems';
import { automatonOfRegex } from './readAutomaton';

/** Answers in the order of the questions, each as soon as it is there; one that cannot be answered stops nothing. */
export async function answerLines(task: AutomatonTask, settings: TaskSettings, io: Io): Promise<ExitCode> {
  let line = 0;
  let worst: ExitCode = exitCodes.good;
  for await (const text of io.inputLines()) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      const { json } = answerTask(task, settings, questionOf(text, task));
      await io.output.write(`${JSON.stringify(json)}\n`);
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error;
      worst = error.exitCode;
      await io.output.write(`${JSON.stringify({ line, problems: error.problems.map(plainProblem) })}\n`);
    }
  }
  return worst;
}

function questionOf(line: string, task: AutomatonTask): TaskOperands {
  let asked: unknown;
  try {
    asked = JSON.parse(line);
  } catch {
    asked = null;
  }
  if (!isPlainObject(asked)) throw inputFailure('bad-line', 'This line is no object in JSON.');
  const first = automatonIn(asked['automaton']);
  const other = task.operands[1] === 'AUTOMATON' ? automatonIn(asked['other']) : first;
  const word = asked['word'] ?? [];
  if (!isListOfTexts(word)) throw inputFailure('bad-line', 'Write "word" as a list of texts.');
  return { first, other, word };
}

/** In a line an automaton is an object of the own format, or the text of an expression. */
function automatonIn(value: unknown): TaskOperands['first'] {
  if (typeof value === 'string') return automatonOfRegex(value);
  const result = isMealyData(value) ? readMealyData(value) : readAutomatonData(value);
  if (!result.ok) throw new CliFailure(exitCodes.input, result.problems);
  return result.value;
}

export function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
