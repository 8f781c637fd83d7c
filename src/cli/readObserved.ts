import type { Observed } from '#engine/analysis/observed/Observed';
import { ObservedBook } from '#engine/analysis/observed/ObservedBook';
import { observeEvents } from '#engine/analysis/observed/observeEvents';
import { watchBus, watchOrders, type WatchOrder } from '#engine/analysis/observed/watchBus';
import { logFormatOf } from '#engine/interop/index';
import { logEvents } from '#engine/interop/logEvents';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { ProblemList } from '#engine/model/ProblemList';
import { planFlow } from '#engine/runtime/FlowPlan';
import { mostSteps } from '#engine/runtime/Run';
import { Simulation } from '#engine/runtime/Simulation';
import { consumerGroups } from '#kinds/bus/consumerGroups';
import { kindById } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { CliFailure, inputFailure } from './CliFailure';
import type { CommandOption } from './Command';
import type { CommandArguments } from './CommandArguments';
import { driveRun } from './driveRun';
import { exitCodes } from './exitCodes';
import type { Io } from './Io';
import { columnsOf, logOptions, looksLikeLog } from './logColumns';
import { nodeChoices, nodeNamed } from './nodeNamed';
import { printProblems } from './printProblems';
import { isLink, parseText, readFlow, readText } from './readFlow';
import { runOptions, turnedRun } from './runOptions';

/** How what happened on a bus or in a log is looked at. */
export const observedOptions: readonly CommandOption[] = [
  { name: 'order', value: 'ORDER', help: `of a bus: ${watchOrders.join(', ')}; else the first` },
  { name: 'whole', help: 'one word for all keys together instead of one per key' },
  ...logOptions,
  ...runOptions,
];

/**
 * What comes after what in a recorded log, or on a bus of a flow that is run as far as it goes. A bus is named by its id
 * or name, which may be left out when there is only one.
 */
export async function readObserved(
  operand: string,
  bus: string | null,
  given: CommandArguments,
  io: Io,
): Promise<Observed> {
  if (operand === '-') {
    const text = await readText(operand, io);
    if (!/^\s*\{[\s\S]*"busbar"\s*:/.test(text)) return observedInLog(text, given, io);
    const parsed = parseText(operand, text);
    if (!parsed.ok) throw new CliFailure(exitCodes.input, parsed.problems);
    return observedInRun(parsed.value, bus, given, io);
  }
  if (!isLink(operand) && looksLikeLog(operand)) return observedInLog(await readText(operand, io), given, io);
  return observedInRun(await readFlow(operand, io, false), bus, given, io);
}

async function observedInLog(text: string, given: CommandArguments, io: Io): Promise<Observed> {
  const table = logFormatOf(text).read(text);
  const problems = new ProblemList();
  for (const problem of table.problems) problems.add(problem);
  const events = logEvents(table, columnsOf(table, given), problems);
  if (events.length === 0 && !problems.hasErrors) problems.error('log-empty', []);
  if (events.length === 0) throw new CliFailure(exitCodes.input, problems.list);
  await printProblems(problems.list, false, io.errors);
  return observeEvents(events, !given.hasFlag('whole'));
}

async function observedInRun(
  flow: FlowDoc,
  name: string | null,
  given: CommandArguments,
  io: Io,
): Promise<Observed> {
  const doc = turnedRun(flow, given);
  const bus = busOf(doc, name);
  const chosen = given.choice('order', watchOrders);
  const order: WatchOrder = watchOrders.find((one) => one === chosen) ?? 'publish';
  const laneOf = consumerGroups(doc, doc.nodes[bus]?.id ?? '');
  const book = new ObservedBook(!given.hasFlag('whole'));
  const simulation = new Simulation(planFlow(doc, runningKinds));
  watchBus(simulation, { bus, order, laneOf }, (sighting) => book.add(sighting));
  const outcome = await driveRun(simulation, { maxSteps: mostSteps }, io);
  if (outcome === 'cancelled') throw new CliFailure(exitCodes.cancelled, []);
  return book.report();
}

/** Its place in the document. */
function busOf(doc: FlowDoc, name: string | null): number {
  const buses = doc.nodes.filter(({ kind, settings }) => kindById.get(kind)?.facts(settings).role === 'bus');
  const only = buses.length === 1 ? (buses[0] ?? null) : null;
  const found = name === null ? only : nodeNamed(buses, name);
  if (found !== null) return doc.nodes.indexOf(found);
  const names = nodeChoices(buses) || 'none';
  throw inputFailure(
    'unknown-bus',
    name === null ? `Say which bus to watch: ${names}.` : `There is no bus "${name}". There are: ${names}.`,
  );
}
