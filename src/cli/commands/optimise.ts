import { fewestServers, type FewestServers, type Target } from '#engine/analysis/predict/fewestServers';
import { predictFlow } from '#engine/analysis/predict/predictFlow';
import { rankKnobs, type Knob } from '#engine/analysis/predict/rankKnobs';
import { usualRuns } from '#engine/analysis/predict/simulateFigures';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { usageFailure } from '../CliFailure';
import { jsonOption, type Command } from '../Command';
import type { CommandArguments } from '../CommandArguments';
import { driveTask } from '../driveTask';
import { exitCodes } from '../exitCodes';
import { nodeChoices, nodeNamed } from '../nodeNamed';
import { plain } from '../numberTexts';
import { tierWords } from '../predictionText';
import { readRunSettings, simulationOptions } from '../predictOptions';
import { readFlow } from '../readFlow';
import { runOptions, turnedRun } from '../runOptions';
import { textTable } from '../textTable';

export const optimise: Command = {
  name: 'optimise',
  operands: ['FLOW'],
  counts: [1],
  summary: 'tell where one more worker helps most, or how few meet a target',
  options: [
    {
      name: 'response',
      value: 'DURATION',
      help: 'the fewest workers with which events are done in this time',
    },
    { name: 'loss', value: 'SHARE', help: 'the fewest workers with which no larger share is turned away' },
    { name: 'node', value: 'NODE', help: 'whose workers; those of the bottleneck if not said' },
    ...runOptions,
    ...simulationOptions,
    jsonOption,
  ],
  async perform(given, io) {
    const isJson = given.hasFlag('json');
    const doc = turnedRun(await readFlow(given.operand(0), io, isJson), given);
    const settings = readRunSettings(given) ?? { ...usualRuns, runs: 1 };
    const target = readTarget(given);
    if (target === null) {
      const ranked = await driveTask(rankKnobs(doc, judgedKinds, runningKinds, settings), io);
      if (ranked === null) return exitCodes.cancelled;
      const text = isJson ? JSON.stringify({ knobs: ranked.value }, null, 2) : knobsText(ranked.value);
      await io.output.write(`${text}\n`);
      return exitCodes.good;
    }
    const node = readNode(given, doc);
    const task = fewestServers(doc, judgedKinds, runningKinds, node, target, settings);
    const found = await driveTask(task, io);
    if (found === null) return exitCodes.cancelled;
    if (found.value === null) throw usageFailure(noWorkersText(node, given.text('node') !== null));
    const text = isJson ? JSON.stringify(found.value, null, 2) : fewestText(found.value, target);
    await io.output.write(`${text}\n`);
    return found.value.servers === null ? exitCodes.no : exitCodes.good;
  },
};

function readTarget(given: CommandArguments): Target | null {
  const response = given.durationMs('response', 1e10);
  const loss = given.text('loss');
  if (response !== null && loss !== null) throw usageFailure('Give either --response or --loss.');
  if (response !== null) return { of: 'response', atMost: response };
  if (loss === null) return null;
  const share = loss.endsWith('%') ? Number(loss.slice(0, -1)) / 100 : Number(loss);
  if (!(share >= 0 && share <= 1)) {
    throw usageFailure(`--loss is "${loss}"; write a share such as 0.01 or 1%.`);
  }
  return { of: 'loss', atMost: share };
}

function readNode(given: CommandArguments, doc: FlowDoc): string {
  const text = given.text('node') ?? predictFlow(doc, judgedKinds).bottleneck;
  const node = text === null ? null : nodeNamed(doc.nodes, text);
  if (node !== null) return node.id;
  throw usageFailure(
    text === null
      ? `Nobody can say which node is the bottleneck; name one with --node: ${nodeChoices(doc.nodes)}.`
      : `--node is "${text}"; choose one of these: ${nodeChoices(doc.nodes)}.`,
  );
}

function noWorkersText(node: string, isSaid: boolean): string {
  return isSaid
    ? `--node is "${node}", which has no workers to turn.`
    : `The bottleneck "${node}" has no workers to turn; name another node with --node.`;
}

function knobsText(knobs: readonly Knob[]): string {
  const table = textTable(
    [
      { title: 'one more at' },
      { title: 'workers', isNumber: true },
      { title: 'growth /s', isNumber: true },
      { title: 'waiting', isNumber: true },
      { title: 'found out' },
    ],
    knobs.map((knob) => [
      knob.node,
      `${knob.from} → ${knob.to}`,
      `${plain(knob.growthBefore)} → ${plain(knob.growthAfter)}`,
      `${waitingText(knob.waitingBefore, knob.endlessBefore)} → ${waitingText(knob.waitingAfter, knob.endlessAfter)}`,
      tierWords[knob.tier],
    ]),
  ).trimEnd();
  return table === '' ? 'No node has workers to turn.' : table;
}

const waitingText = (waiting: number, endless: number) => (endless > 0 ? 'no end' : plain(waiting));

function fewestText({ node, servers, tried, why }: FewestServers, { of }: Target): string {
  if (why === 'work')
    return `no number of workers at ${node} meets it: the mean work alone takes ${plain(tried[0]?.value ?? 0)} ms`;
  const rows = tried
    .slice(-12)
    .map(({ servers: count, value, tier }) => [
      String(count),
      value === null ? 'no end' : plain(of === 'loss' ? value * 100 : value),
      tierWords[tier],
    ]);
  const title = of === 'loss' ? 'loss %' : 'response ms';
  const table = textTable(
    [{ title: 'workers', isNumber: true }, { title, isNumber: true }, { title: 'found out' }],
    rows,
  );
  const last = tried.at(-1)?.servers ?? 0;
  const verdict =
    servers === null
      ? `none of up to ${last} workers at ${node} meets it${why === 'noWait' ? '; more change nothing' : ''}`
      : `${servers} workers at ${node} are enough`;
  return `${table}${verdict}`;
}
