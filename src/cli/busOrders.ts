import type { Automaton } from '#engine/automata/Automaton';
import { asNondeterministic } from '#engine/automata/asNondeterministic';
import { findExtraWord } from '#engine/automata/findExtraWord';
import { BusOrders } from '#engine/analysis/explore/BusOrders';
import { automatonFormats } from '#engine/interop/automatonFormats';
import { automatonData } from '#engine/model/automatonData';
import { fact } from '#engine/model/facts';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { planFlow } from '#engine/runtime/FlowPlan';
import { runningKinds } from '#kinds/runningKinds';
import { inputFailure, usageFailure } from './CliFailure';
import type { CommandArguments } from './CommandArguments';
import { driveCheck } from './driveCheck';
import { exitCodes, type ExitCode } from './exitCodes';
import { readExploreSettings } from './exploreOptions';
import type { Io } from './Io';
import { readFlow } from './readFlow';
import { stepText } from './stepText';

const moments = ['delivered', 'accepted'] as const;

/** `automaton of-bus FLOW BUS`: all orders of events on a bus as an automaton, and whether its protocols allow them. */
export async function busOrders(given: CommandArguments, io: Io): Promise<ExitCode> {
  const [, flow = '', bus = ''] = given.operands;
  if (given.operands.length !== 3) throw usageFailure('Write: busbar automaton of-bus FLOW BUS.');
  const doc = await readFlow(flow, io, given.hasFlag('json'));
  const node = nodeOf(doc, bus);
  const moment = given.choice('when', moments) === 'accepted' ? fact.accepted : fact.delivered;
  const orders = new BusOrders(doc, runningKinds, node, moment, readExploreSettings(given));
  const isDone = await driveCheck(orders, io);
  const made = orders.automaton();
  if (!made.ok) throw inputFailure('too-many-states', 'This bus has too many orders for an automaton.');
  const judged = judge(doc, node, made.value, orders);
  const extra = judged.find(({ word }) => word !== null);
  const isWhole = orders.stopped === null;
  if (given.hasFlag('json')) {
    const { configurations, transitions } = orders.progress;
    const automaton = automatonData(asNondeterministic(made.value));
    const answer = { isWhole, configurations, transitions, automaton, protocols: judged };
    await io.output.write(`${JSON.stringify(answer)}\n`);
  } else {
    const format = automatonFormats.find(
      ({ id }) =>
        id ===
        (given.choice(
          'to',
          automatonFormats.map(({ id }) => id),
        ) ?? 'json'),
    );
    await io.output.write(format?.write(asNondeterministic(made.value)) ?? '');
    if (!isWhole) await io.errors.write('not exhausted: orders are missing\n');
    for (const one of judged) await io.errors.write(judgement(one));
  }
  if (!isDone) return exitCodes.cancelled;
  if (!isWhole) return exitCodes.stopped;
  return extra === undefined ? exitCodes.good : exitCodes.no;
}

function nodeOf(doc: FlowDoc, text: string): number {
  const byId = doc.nodes.findIndex(({ id }) => id === text);
  const node = byId >= 0 ? byId : doc.nodes.findIndex(({ name }) => name === text);
  if (node >= 0) return node;
  const names = doc.nodes.map(({ name }) => name).join(', ');
  throw usageFailure(`There is no "${text}" in this flow. Choose one of these: ${names}.`);
}

interface Judgement {
  readonly protocol: string;
  /** The shortest order that the bus has and the protocol does not; null where all are allowed. */
  readonly word: readonly string[] | null;
  readonly steps: readonly string[];
}

function judge(doc: FlowDoc, node: number, automaton: Automaton, orders: BusOrders): readonly Judgement[] {
  const protocols = planFlow(doc, runningKinds).nodes[node]?.setup.protocols ?? [];
  return protocols.flatMap(({ name, automaton: declared, isPerKey }) => {
    if (declared === null || isPerKey) return [];
    const extra = findExtraWord(automaton, declared);
    if (!extra.ok) return [];
    const run = extra.value === null ? null : orders.runOf(extra.value);
    return [
      {
        protocol: name,
        word: extra.value,
        steps: run?.steps.map((step) => stepText(step, orders.doc)) ?? [],
      },
    ];
  });
}

function judgement({ protocol, word, steps }: Judgement): string {
  if (word === null) return `${protocol}: every order is allowed\n`;
  const order = word.length === 0 ? 'no event at all' : word.join(' ');
  return [`${protocol}: not allowed is ${order}`, ...steps.map((step) => `  ${step}`), ''].join('\n');
}
