import type { SetRule } from '#engine/automata/setRules';
import { automatonFormats } from '#engine/interop/automatonFormats';
import { readAutomatonData } from '#engine/interop/automatonJson';
import { isPlainObject } from '#engine/model/readValue';
import { automatonTasks, type AutomatonQuestion, type AutomatonTask } from '../automatonTasks';
import { CliFailure, inputFailure, usageFailure } from '../CliFailure';
import { jsonOption, type Command } from '../Command';
import type { CommandArguments } from '../CommandArguments';
import { exitCodes, type ExitCode } from '../exitCodes';
import type { Io } from '../Io';
import { plainProblem } from '../printProblems';
import { automatonOfRegex, readAutomaton } from '../readAutomaton';

const formatIds = automatonFormats.map(({ id }) => id);
const rules: readonly SetRule[] = ['intersection', 'union', 'difference', 'symmetric-difference'];

export const automaton: Command = {
  name: 'automaton',
  operands: [...automatonTasks.map(({ name, operands }) => `${name} ${operands.join(' ')}`), 'TASK --lines'],
  counts: [1, 2, 3],
  summary: 'minimise, compare, combine and list finite automata',
  options: [
    { name: 'from', value: 'FORMAT', help: `${formatIds.join(', ')}; else by what the text looks like` },
    { name: 'to', value: 'FORMAT', help: `${formatIds.join(', ')}: how an automaton is written; else json` },
    { name: 'rule', value: 'RULE', help: `${rules.join(', ')}: of a product; else the first` },
    { name: 'most', value: 'N', help: 'so many words at most; 100 when it is not given' },
    { name: 'longest', value: 'N', help: 'words of at most so many letters; 100 when it is not given' },
    { name: 'lines', help: 'answer questions in JSON, one a line of standard input' },
    jsonOption,
  ],
  async perform(given, io) {
    const task = automatonTasks.find(({ name }) => name === given.operand(0));
    if (task === undefined) {
      const names = automatonTasks.map(({ name }) => name).join(', ');
      throw usageFailure(`There is no task "${given.operand(0)}". Choose one of these: ${names}.`);
    }
    const settings = settingsOf(given);
    if (given.hasFlag('lines')) return answerLines(task, settings, given, io);
    const operands = given.operands.slice(1);
    if (operands.length !== task.operands.length) {
      throw usageFailure(`Write: busbar automaton ${task.name} ${task.operands.join(' ')}.`);
    }
    const from = given.choice('from', formatIds);
    const first = await readAutomaton(given.operand(1), io, from);
    const isOne = task.operands[1] !== 'AUTOMATON';
    const other = isOne ? first : await readAutomaton(given.operand(2), io, from);
    const word = task.operands[1] === 'WORD' ? wordOf(given.operand(2)) : [];
    const { json, shown, isYes } = task.answer({ ...settings, automaton: first, other, word });
    const to = given.choice('to', formatIds) ?? formatIds[0];
    const format = automatonFormats.find(({ id }) => id === to);
    const text = typeof shown === 'string' ? shown : (format?.write(shown) ?? '');
    await io.output.write(given.hasFlag('json') ? `${JSON.stringify(json)}\n` : text);
    return isYes ? exitCodes.good : exitCodes.no;
  },
};

type Settings = Pick<AutomatonQuestion, 'rule' | 'bounds'>;

function settingsOf(given: CommandArguments): Settings {
  const chosen = given.choice('rule', rules);
  return {
    rule: rules.find((rule) => rule === chosen) ?? 'intersection',
    bounds: {
      maxCount: given.wholeNumber('most', 1, 1_000_000) ?? 100,
      maxLength: given.wholeNumber('longest', 0, 1_000) ?? 100,
    },
  };
}

/** Names between spaces, or a list in JSON. */
function wordOf(text: string): readonly string[] {
  if (!text.trimStart().startsWith('[')) return text.split(/\s+/).filter((name) => name !== '');
  let names: unknown;
  try {
    names = JSON.parse(text);
  } catch {
    names = null;
  }
  if (!isListOfTexts(names)) throw usageFailure('A word in brackets must be a list of texts in JSON.');
  return names;
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Answers in the order of the questions, each as soon as it is there; one that cannot be answered stops nothing. */
async function answerLines(
  task: AutomatonTask,
  settings: Settings,
  given: CommandArguments,
  io: Io,
): Promise<ExitCode> {
  if (given.operands.length !== 1) throw usageFailure('With --lines write only the task.');
  let line = 0;
  let worst: ExitCode = exitCodes.good;
  for await (const text of io.inputLines()) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      const { json } = task.answer({ ...settings, ...questionOf(text, task) });
      await io.output.write(`${JSON.stringify(json)}\n`);
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error;
      worst = error.exitCode;
      await io.output.write(`${JSON.stringify({ line, problems: error.problems.map(plainProblem) })}\n`);
    }
  }
  return worst;
}

function questionOf(line: string, task: AutomatonTask) {
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
  return { automaton: first, other, word };
}

/** In a line an automaton is an object of the own format, or the text of an expression. */
function automatonIn(value: unknown) {
  if (typeof value === 'string') return automatonOfRegex(value);
  const result = readAutomatonData(value);
  if (!result.ok) throw new CliFailure(exitCodes.input, result.problems);
  return result.value;
}
