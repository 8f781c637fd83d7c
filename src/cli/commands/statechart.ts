import { exportStatechart } from '#engine/model/statechart/exportStatechart';
import { parseStatechartText } from '#engine/statechart/parseStatechart';
import type { Statechart } from '#engine/model/statechart/Statechart';
import type { StatechartOutput } from '#engine/statechart/StatechartSnapshot';
import { ChartRun, type ShownStep } from '../ChartRun';
import { CliFailure, usageFailure } from '../CliFailure';
import type { CommandArguments } from '../CommandArguments';
import { jsonOption, type Command } from '../Command';
import { exitCodes, type ExitCode } from '../exitCodes';
import type { Io } from '../Io';
import { plainProblem, printProblems } from '../printProblems';
import { readChartEvents, type ChartInput } from '../readChartEvents';
import { readText } from '../readFlow';

type Action = (given: CommandArguments, io: Io) => Promise<ExitCode>;

const actions: Readonly<Record<string, Action>> = { run: runChart, check: checkChart, export: exportChart };

/** Steps that time may make of one `+DURATION`: a delay of nothing would go on for ever. */
const stepsAtMost = 100_000;

export const statechart: Command = {
  name: 'statechart',
  operands: ['run CONFIG', 'check CONFIG', 'export CONFIG'],
  counts: [2],
  summary: 'run, check or rewrite a statechart in the form of an XState v5 machine configuration',
  options: [
    { name: 'events', value: 'EVENTS', help: 'names and +DURATION with commas between, or a JSON list' },
    { name: 'seed', value: 'N', help: 'where random numbers of a run start; 1 when it is not given' },
    { name: 'strict', help: 'let what is not carried over count as an error in a check' },
    jsonOption,
  ],
  async perform(given, io) {
    const action = given.operand(0);
    const perform = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (perform === undefined) throw usageFailure('Write: busbar statechart run|check|export CONFIG.');
    return perform(given, io);
  },
};

async function checkChart(given: CommandArguments, io: Io): Promise<ExitCode> {
  const result = parseStatechartText(await readText(given.operand(1), io));
  const isGood = result.ok && !(given.hasFlag('strict') && result.problems.length > 0);
  const { problems } = result;
  if (given.hasFlag('json')) {
    await io.output.write(
      `${JSON.stringify({ valid: isGood, problems: problems.map(plainProblem) }, null, 2)}\n`,
    );
  } else {
    await printProblems(problems, false, io.output);
    const leftOut = problems.filter(({ severity }) => severity === 'warning').length;
    await io.output.write(`${isGood ? 'valid' : 'not valid'}, not carried over: ${leftOut}\n`);
  }
  return isGood ? exitCodes.good : exitCodes.no;
}

async function exportChart(given: CommandArguments, io: Io): Promise<ExitCode> {
  const chart = await readChart(given, io);
  await io.output.write(`${JSON.stringify(exportStatechart(chart), null, 2)}\n`);
  return exitCodes.good;
}

async function runChart(given: CommandArguments, io: Io): Promise<ExitCode> {
  const inputs = readChartEvents(given.text('events') ?? '');
  const seed = given.wholeNumber('seed', 0, 0xffffffff) ?? 1;
  const run = new ChartRun(await readChart(given, io), seed);
  const isJson = given.hasFlag('json');
  const shown: ShownStep[] = [];
  let last = run.first;
  for (const step of stepsOf(run, inputs)) {
    last = step;
    if (isJson) shown.push(step);
    else await io.output.write(textOf(step));
  }
  if (isJson) await io.output.write(`${JSON.stringify({ steps: shown }, null, 2)}\n`);
  return last.status === 'error' ? exitCodes.stopped : exitCodes.good;
}

function* stepsOf(run: ChartRun, inputs: readonly ChartInput[]): Generator<ShownStep> {
  yield run.first;
  for (const input of inputs) {
    let steps = 0;
    for (const step of run.take(input)) {
      yield step;
      if (++steps >= stepsAtMost) {
        throw usageFailure(`One +DURATION may make ${stepsAtMost} steps; write a shorter one.`);
      }
    }
  }
}

async function readChart(given: CommandArguments, io: Io): Promise<Statechart> {
  const result = parseStatechartText(await readText(given.operand(1), io));
  if (!result.ok) throw new CliFailure(exitCodes.input, result.problems);
  await printProblems(result.problems, given.hasFlag('json'), io.errors);
  return result.value;
}

/** The event, where it led, and below it what was put out. */
function textOf({ timeUs, event, status, value, context, outputs, output }: ShownStep): string {
  const data = event.data === null ? '' : ` ${JSON.stringify(event.data)}`;
  const ended =
    status === 'active' ? '' : `, ${status === 'done' ? `done ${JSON.stringify(output)}` : status}`;
  const head = `${timeUs / 1000} ms ${event.type}${data}: ${JSON.stringify(value)} ${JSON.stringify(context)}${ended}`;
  return [head, ...outputs.map((one) => `  ${outputText(one)}`), ''].join('\n');
}

function outputText(one: StatechartOutput): string {
  switch (one.output) {
    case 'emit': {
      const parts = [one.to === '' ? '' : `to ${one.to}`, one.key === '' ? '' : `key ${one.key}`];
      return ['emit', one.type, ...parts, JSON.stringify(one.data)].filter((part) => part !== '').join(' ');
    }
    case 'log':
      return `log ${typeof one.message === 'string' ? one.message : JSON.stringify(one.message)}`;
    case 'failure':
      return `failure in ${one.state}: ${one.message}`;
    case 'limit':
      return `limit: more than ${one.max} ${one.what}`;
  }
}
