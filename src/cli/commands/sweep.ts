import { figureNames } from '#engine/analysis/predict/figureNames';
import { parametersOf, type Parameter } from '#engine/analysis/predict/parameters';
import {
  sweep as sweepOver,
  sweepValues,
  type FigureName,
  type SweepPoint,
} from '#engine/analysis/predict/sweep';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { judgedKinds } from '#kinds/judgedKinds';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { usageFailure } from '../CliFailure';
import { jsonOption, type Command } from '../Command';
import type { CommandArguments } from '../CommandArguments';
import { driveTask } from '../driveTask';
import { exitCodes } from '../exitCodes';
import { nodeBefore, nodeChoices } from '../nodeNamed';
import { milliseconds, plain } from '../numberTexts';
import { tierWords } from '../predictionText';
import { readRunSettings, simulationOptions } from '../predictOptions';
import { readFlow } from '../readFlow';
import { runOptions, turnedRun } from '../runOptions';
import { textTable } from '../textTable';

export const sweep: Command = {
  name: 'sweep',
  operands: ['FLOW'],
  counts: [1],
  summary: 'turn one number from here to there: predicted and simulated figures',
  options: [
    { name: 'turn', value: 'NODE.FIELD', help: 'which number, such as pack.workers or shop.interval.mean' },
    { name: 'from', value: 'X', help: 'the first value' },
    { name: 'to', value: 'Y', help: 'the last value' },
    { name: 'points', value: 'N', help: 'how many values; 8 if not said' },
    { name: 'figure', value: 'NODE.FIGURE', help: `what to look at: ${figureNames.join(', ')}` },
    ...runOptions,
    ...simulationOptions,
    jsonOption,
  ],
  async perform(given, io) {
    const isJson = given.hasFlag('json');
    const doc = turnedRun(await readFlow(given.operand(0), io, isJson), given);
    const parameter = readParameter(given, doc);
    const figure = readFigure(given, doc);
    const values = sweepValues(
      parameter,
      readBound(given, 'from', parameter),
      readBound(given, 'to', parameter),
      given.wholeNumber('points', 1, 200) ?? 8,
    );
    const settings = readRunSettings(given);
    const task = sweepOver(doc, judgedKinds, runningKinds, parameter, values, figure, settings);
    const found = await driveTask(task, io);
    if (found === null) return exitCodes.cancelled;
    const text = isJson
      ? JSON.stringify({ parameter, figure, points: found.value }, null, 2)
      : pointsText(parameter, figure, found.value);
    await io.output.write(`${text}\n`);
    return exitCodes.good;
  },
};

const nameOf = ({ node, field, part }: Parameter) => [node, field, ...(part === '' ? [] : [part])].join('.');

function readParameter(given: CommandArguments, doc: FlowDoc): Parameter {
  const text = given.text('turn') ?? '';
  const all = doc.nodes.flatMap(({ id }) => parametersOf(doc, kinds, id));
  const before = nodeBefore(doc.nodes, text);
  const own = before === null ? [] : all.filter(({ node }) => node === before.node.id);
  const found = own.find((one) => nameOf(one) === `${one.node}.${before?.rest}`);
  if (found !== undefined) return found;
  const shown = before === null ? all : own;
  throw usageFailure(
    `--turn is "${text}"; choose a number of a node: ${shown.slice(0, 40).map(nameOf).join(', ')}.`,
  );
}

function readBound(given: CommandArguments, name: 'from' | 'to', parameter: Parameter): number {
  const text = given.text(name);
  const { min, max } = parameter;
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  if (value >= min && value <= max) return value;
  throw usageFailure(`--${name} is "${text ?? ''}"; write a number from ${min} to ${max}.`);
}

function readFigure(given: CommandArguments, doc: FlowDoc): FigureName {
  const text = given.text('figure') ?? '';
  const before = nodeBefore(doc.nodes, text);
  const figure = figureNames.find((one) => one === before?.rest);
  if (before !== null && figure !== undefined) return { node: before.node.id, figure };
  throw usageFailure(
    `--figure is "${text}"; write one of ${nodeChoices(doc.nodes)}, a point, and one of ${figureNames.join(', ')}.`,
  );
}

function pointsText(
  parameter: Parameter,
  { node, figure }: FigureName,
  points: readonly SweepPoint[],
): string {
  const isTime = figure.endsWith('Us');
  const text = isTime ? milliseconds : plain;
  return textTable(
    [
      { title: nameOf(parameter), isNumber: true },
      { title: `${node}.${isTime ? `${figure.slice(0, -2)} ms` : figure}`, isNumber: true },
      { title: 'tier' },
      { title: 'simulated', isNumber: true },
      { title: '95 % interval' },
    ],
    points.map(({ value, predicted, isOverloaded, simulated }) => [
      plain(value),
      predicted === null ? (isOverloaded ? 'no end' : '') : text(predicted.value),
      predicted === null ? '' : tierWords[predicted.tier],
      simulated === null ? '' : text(simulated.mean),
      simulated === null ? '' : `${text(simulated.low)} to ${text(simulated.high)}`,
    ]),
  ).trimEnd();
}
