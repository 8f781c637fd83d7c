import type { SetRule } from '#engine/automata/setRules';
import { automatonFormats } from '#engine/interop/automatonFormats';
import { mealyFormats } from '#engine/interop/mealyFormats';
import { answerLines, isListOfTexts } from '../answerLines';
import { answerTask, type TaskOperands, type TaskSettings } from '../answerTask';
import { automatonTasks, type AutomatonAnswer, type AutomatonTask } from '../automatonTasks';
import { busOrders } from '../busOrders';
import { usageFailure } from '../CliFailure';
import { jsonOption, type Command } from '../Command';
import type { CommandArguments } from '../CommandArguments';
import { exitCodes, type ExitCode } from '../exitCodes';
import type { Io } from '../Io';
import { observedTaskOptions, observedTasks } from '../observedTasks';
import { explainPattern, listPatterns } from '../patternTask';
import { isMachine, readAutomaton } from '../readAutomaton';

const formatIds = automatonFormats.map(({ id }) => id);
const rules: readonly SetRule[] = ['intersection', 'union', 'difference', 'symmetric-difference'];

export const automaton: Command = {
  name: 'automaton',
  operands: [
    ...automatonTasks.map(({ name, operands }) => `${name} ${operands.join(' ')}`),
    ...observedTasks.map(({ name }) => `${name} LOG|FLOW [BUS]`),
    'pattern [PATTERN]',
    'of-bus FLOW BUS',
    'TASK --lines',
  ],
  counts: [1, 2, 3],
  summary: 'minimise, compare, combine, observe and infer finite automata',
  options: [
    { name: 'from', value: 'FORMAT', help: `${formatIds.join(', ')}; else by what the text looks like` },
    { name: 'to', value: 'FORMAT', help: `${formatIds.join(', ')}: how an automaton is written; else json` },
    { name: 'rule', value: 'RULE', help: `${rules.join(', ')}: of a product; else the first` },
    { name: 'most', value: 'N', help: 'so many words at most; 100 when it is not given' },
    { name: 'longest', value: 'N', help: 'words of at most so many letters; 100 when it is not given' },
    { name: 'lines', help: 'answer questions in JSON, one a line of standard input' },
    ...observedTaskOptions,
    { name: 'when', value: 'MOMENT', help: 'of-bus: accepted, handed-on, or else delivered (done with)' },
    { name: 'per-key', help: 'of-bus: each key has a word of its own' },
    { name: 'events', value: 'N', help: 'of-bus: each source makes at most so many events' },
    { name: 'full', help: 'of-bus: leave no order out while exploring' },
    jsonOption,
  ],
  async perform(given, io) {
    if (given.operand(0) === 'of-bus') return busOrders(given, io);
    if (given.operand(0) === 'pattern') return print(answerPattern(given), given, io);
    const observed = observedTasks.find(({ name }) => name === given.operand(0));
    if (observed !== undefined) {
      if (given.operands.length < 2)
        throw usageFailure(`Write: busbar automaton ${observed.name} LOG|FLOW [BUS].`);
      const answer = await observed.answer(given.operand(1), given.operands[2] ?? null, given, io);
      return print(answer, given, io);
    }
    const task = taskOf(given.operand(0));
    const settings = settingsOf(given);
    if (given.hasFlag('lines')) {
      if (given.operands.length !== 1) throw usageFailure('With --lines write only the task.');
      return answerLines(task, settings, io);
    }
    return print(answerTask(task, settings, await operandsOf(task, given, io)), given, io);
  },
};

/** All of them, or one with its events. */
function answerPattern(given: CommandArguments): AutomatonAnswer {
  const [, pattern, ...more] = given.operands;
  if (more.length > 0)
    throw usageFailure('Write the pattern and its events as one operand, in quotation marks.');
  return pattern === undefined ? listPatterns() : explainPattern(pattern);
}

function taskOf(name: string): AutomatonTask {
  const task = automatonTasks.find((one) => one.name === name);
  if (task !== undefined) return task;
  const names = [...automatonTasks, ...observedTasks, { name: 'pattern' }].map((one) => one.name).join(', ');
  throw usageFailure(`There is no task "${name}". Choose one of these: ${names}.`);
}

function settingsOf(given: CommandArguments): TaskSettings {
  const chosen = given.choice('rule', rules);
  return {
    rule: rules.find((rule) => rule === chosen) ?? 'intersection',
    bounds: {
      maxCount: given.wholeNumber('most', 1, 1_000_000) ?? 100,
      maxLength: given.wholeNumber('longest', 0, 1_000) ?? 100,
    },
  };
}

async function operandsOf(task: AutomatonTask, given: CommandArguments, io: Io): Promise<TaskOperands> {
  if (given.operands.length !== 1 + task.operands.length) {
    throw usageFailure(`Write: busbar automaton ${task.name} ${task.operands.join(' ')}.`);
  }
  const from = given.choice('from', formatIds);
  const read = async (operand: string) => {
    const [, name, source = ''] = /^(observed|infer):(.*)$/s.exec(operand) ?? [];
    const observed = observedTasks.find((one) => one.name === name);
    if (observed === undefined) return readAutomaton(operand, io, from);
    return (await observed.answer(source, null, given, io)).automaton;
  };
  const first = await read(given.operand(1));
  const other = task.operands[1] === 'AUTOMATON' ? await read(given.operand(2)) : first;
  return { first, other, word: task.operands[1] === 'WORD' ? wordOf(given.operand(2)) : [] };
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

async function print(answer: AutomatonAnswer, given: CommandArguments, io: Io): Promise<ExitCode> {
  const text = given.hasFlag('json') ? `${JSON.stringify(answer.json)}\n` : textOf(answer, given);
  await io.output.write(text);
  return answer.isYes ? exitCodes.good : exitCodes.no;
}

function textOf({ shown, automaton: drawn }: AutomatonAnswer, given: CommandArguments): string {
  const chosen = given.choice('to', formatIds);
  const picture = chosen === null ? shown : (drawn ?? shown);
  if (typeof picture === 'string') return picture;
  const id = chosen ?? 'json';
  if (!isMachine(picture)) return automatonFormats.find((one) => one.id === id)?.write(picture) ?? '';
  const format = mealyFormats.find((one) => one.id === id);
  if (format !== undefined) return format.write(picture);
  const ids = mealyFormats.map((one) => one.id).join(', ');
  throw usageFailure(`A Mealy machine is not written as ${id}. Choose one of these: ${ids}.`);
}
