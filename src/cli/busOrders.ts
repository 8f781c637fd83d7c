import { asNondeterministic } from '#engine/automata/asNondeterministic';
import {
  answerOrders,
  hasProtocolPerKey,
  type ProtocolJudgement,
} from '#engine/analysis/explore/orders/answerOrders';
import { BusOrders, type OrdersView } from '#engine/analysis/explore/orders/BusOrders';
import { automatonFormats } from '#engine/interop/automatonFormats';
import { automatonData } from '#engine/model/automatonData';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { consumerGroups } from '#kinds/bus/consumerGroups';
import { runningKinds } from '#kinds/runningKinds';
import { inputFailure, usageFailure } from './CliFailure';
import type { CommandArguments } from './CommandArguments';
import { driveCheck } from './driveCheck';
import { exitCodes, type ExitCode } from './exitCodes';
import { readExploreSettings } from './exploreOptions';
import type { Io } from './Io';
import { nodeChoices, nodeNamed } from './nodeNamed';
import { readFlow } from './readFlow';
import { stepText } from './stepText';
import { wordText } from './wordText';

/** Moments in the life of an event at which an order is seen. */
const moments = {
  accepted: 'publish',
  'handed-on': 'delivery',
  delivered: 'completion',
} as const;

/** `automaton of-bus FLOW BUS`: all orders of events on a bus as an automaton, and whether its protocols allow them. */
export async function busOrders(given: CommandArguments, io: Io): Promise<ExitCode> {
  const [, flow = '', name = ''] = given.operands;
  if (given.operands.length !== 3) throw usageFailure('Write: busbar automaton of-bus FLOW BUS.');
  const doc = await readFlow(flow, io, given.hasFlag('json'));
  const bus = nodeOf(doc, name);
  const view = viewOf(given);
  const place = { bus, laneOf: consumerGroups(doc, doc.nodes[bus]?.id ?? '') };
  const tellsKeys = view.isPerKey || hasProtocolPerKey(doc, bus);
  const orders = new BusOrders(doc, runningKinds, place, readExploreSettings(given), tellsKeys);
  const isDone = await driveCheck(orders, io);
  const { automaton, protocols, progress, stopped } = answerOrders(orders, doc, bus, view);
  if (automaton === null)
    throw inputFailure('too-many-states', 'This bus has too many orders for an automaton.');
  const table = asNondeterministic(automaton);
  const judged = protocols.map((one) => told(one, orders.doc));
  if (given.hasFlag('json')) {
    const { configurations, transitions } = progress;
    const isWhole = stopped === null;
    const answer = {
      isWhole,
      configurations,
      transitions,
      automaton: automatonData(table),
      protocols: judged,
    };
    await io.output.write(`${JSON.stringify(answer)}\n`);
  } else {
    const ids = automatonFormats.map(({ id }) => id);
    const wanted = given.choice('to', ids) ?? 'json';
    await io.output.write(automatonFormats.find(({ id }) => id === wanted)?.write(table) ?? '');
    if (stopped !== null) await io.errors.write('not exhausted: orders are missing\n');
    for (const one of judged) await io.errors.write(judgement(one));
  }
  if (!isDone) return exitCodes.cancelled;
  if (protocols.some(({ verdict }) => verdict === 'excluded')) return exitCodes.no;
  return stopped === null ? exitCodes.good : exitCodes.stopped;
}

function viewOf(given: CommandArguments): OrdersView {
  const moment = given.choice('when', Object.keys(moments)) ?? 'delivered';
  const order = moments[moment as keyof typeof moments]; // It is one of these.
  return { order, isPerKey: given.hasFlag('per-key') };
}

function nodeOf(doc: FlowDoc, text: string): number {
  const node = nodeNamed(doc.nodes, text);
  if (node !== null) return doc.nodes.indexOf(node);
  throw usageFailure(`"${text}" names no node of this flow. Choose one of these: ${nodeChoices(doc.nodes)}.`);
}

interface Told {
  readonly protocol: string;
  readonly verdict: ProtocolJudgement['verdict'];
  /** The shortest order that the bus has and the protocol does not; null where none was found. */
  readonly word: readonly string[] | null;
  readonly steps: readonly string[];
}

function told({ name, verdict, extra }: ProtocolJudgement, doc: FlowDoc): Told {
  const steps = extra?.run?.steps.map((step) => stepText(step, doc)) ?? [];
  return { protocol: name, verdict, word: extra?.word ?? null, steps };
}

function judgement({ protocol, verdict, word, steps }: Told): string {
  if (word === null) return `${protocol}: ${verdicts[verdict]}\n`;
  const order = word.length === 0 ? 'no event at all' : wordText(word);
  return [`${protocol}: not allowed is ${order}`, ...steps.map((step) => `  ${step}`), ''].join('\n');
}

const verdicts = {
  included: 'every order is allowed',
  excluded: 'some order is not allowed',
  unknown: 'it is not known whether every order is allowed',
  unsound: 'it says nothing that could be compared',
} as const;
