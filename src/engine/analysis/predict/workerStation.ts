import { groupsOf } from '#engine/analysis/lint/groupsOf';
import type { LintFlow, LintNode, LintWire } from '#engine/analysis/lint/LintFlow';
import type { LineMechanics } from '#engine/model/Mechanics';
import { assume, type Assumption } from './assumptionTexts';
import { attemptsTime } from './attemptsTime';
import { deliveriesOf, failureOf, mechanicsOf } from './flowArcs';
import { callersOf, latencyOf, type HoldingTimes } from './holding';
import { sumOf, type TimeMoments } from './Moments';
import { partitionShares } from './partitionShares';
import type { Customer, Station } from './Station';

/** The servers of nodes that compete for the same events, and the lines before them. */
export function workerStation(flow: LintFlow, nodes: readonly LintNode[], times: HoldingTimes): Station {
  const [first] = nodes;
  const work = first === undefined ? undefined : mechanicsOf(first).work;
  const wires = nodes.flatMap(({ ins }) => ins).filter((wire) => mechanicsOf(wire.from).line !== undefined);
  const lines = [...new Set(wires.map(({ from }) => from))];
  const [only] = lines;
  const line = only === undefined ? undefined : mechanicsOf(only).line;
  const servers = nodes.reduce((sum, node) => sum + (mechanicsOf(node).work?.servers ?? 0), 0);
  const failure = Math.max(0, ...nodes.map(failureOf));
  const attempts = Math.max(1, ...nodes.map(deliveriesOf));
  const held = nodes.flatMap((node) =>
    flow.types.map((_, type) => ({ node, type, ...holdingAt(node, type, times, failure, attempts) })),
  );
  const inbox = work?.inbox ?? 0;
  const isCalled = lines.some((one) => mechanicsOf(one).line?.how === 'call');
  const blocks =
    only !== undefined && line !== undefined && line.whenFull === 'block' && line.places < Infinity;
  const places = work?.holdsBack === false ? inbox : (line?.places ?? Infinity) + inbox;
  const shares = partitionShares(nodes, lines, servers);
  return {
    id: first?.id ?? '',
    whose: 'workers',
    nodes,
    servers,
    mostPerMs: ((work?.perSecond ?? Infinity) * nodes.length) / 1000,
    turnsAway: work?.turnsAway === true,
    waitsAt: isCalled ? nodes : [...lines, ...(inbox > 0 || (line?.ahead ?? 0) > 0 ? nodes : [])],
    isOnePlace: isCalled || isOnePlace(lines, line, work, nodes.length) || servers === Infinity,
    places: blocks && work?.holdsBack !== false ? Infinity : places,
    whenFull: work?.holdsBack === false ? 'refuse' : (line?.whenFull ?? 'block'),
    priorityOf: line?.priorityOf ?? null,
    partitions: shares.shares,
    customers: held.map(({ node, type, time, working }): Customer => ({
      node,
      type,
      holding: time,
      working,
    })),
    typeIds: flow.types.map(({ id }) => id),
    deliveries: attempts > 1 && failure > 0 ? (1 - failure ** attempts) / (1 - failure) : 1,
    notes: [
      ...held.flatMap(({ notes }) => notes),
      ...shares.notes,
      ...(blocks ? [assume('blocks-callers', only?.id)] : []),
      ...nodes.filter((node) => isInTransit(node)).map(({ id }) => assume('in-transit', id)),
      ...(attempts > 1 && failure > 0 ? [assume('redelivery', only?.id)] : []),
      ...(line?.whenFull === 'dropOldest' && places < Infinity ? [assume('drop-oldest', only?.id)] : []),
    ],
    refusals: [
      ...refusalsOf(nodes, lines, line, servers),
      ...shares.refusals,
      ...(blocks && groupsOf(only).length > 1 ? [assume('blocks-others', only.id)] : []),
      ...(isHeldUp(nodes) ? [assume('waits-for-others', first?.id)] : []),
    ],
  };
}

/** The time from the moment in which a line counts a server as taken: with the way, where the line knows how many are free. */
function holdingAt(
  node: LintNode,
  type: number,
  times: HoldingTimes,
  failure: number,
  attempts: number,
): {
  readonly time: TimeMoments | null;
  readonly working: TimeMoments | null;
  readonly notes: readonly Assumption[];
} {
  const { work } = mechanicsOf(node);
  const { time, notes } = times.work(node, type);
  const ways = node.ins.filter((wire) => wire.wants(type) && mechanicsOf(wire.from).line?.how === 'queue');
  const [way] = ways;
  const counts = work?.inbox === 0 && way !== undefined;
  const once = time === null ? null : sumOf([counts ? latencyOf(way) : latencyFree, time]);
  if (once === null || attempts === 1 || failure === 0) return { time: once, working: time, notes };
  const backOff = { growth: 'fixed', firstMs: 0, longestMs: 0, jitter: 0 } as const;
  return { time: attemptsTime(once, failure, attempts - 1, backOff), working: time, notes };
}

/** Whether events on their way take places of an inbox that has so many. */
function isInTransit(node: LintNode): boolean {
  const { work } = mechanicsOf(node);
  if (work === undefined || work.inbox === 0 || work.inbox === Infinity || !work.holdsBack) return false;
  return node.ins.some((wire) => latencyOf(wire).mean > 0);
}

const latencyFree: TimeMoments = { mean: 0, variance: 0, isExponential: false };

/** Whether all customers wait in one node, whose measured wait is theirs. */
function isOnePlace(
  lines: readonly LintNode[],
  line: LineMechanics | undefined,
  work: { readonly inbox: number; readonly holdsBack: boolean } | undefined,
  members: number,
): boolean {
  const isInLine = work?.inbox === 0 && (line?.ahead ?? 0) === 0;
  const isInInbox = work?.inbox === Infinity || work?.holdsBack === false;
  return (isInLine && lines.length === 1) || (isInInbox && members === 1);
}

function refusalsOf(
  nodes: readonly LintNode[],
  lines: readonly LintNode[],
  line: LineMechanics | undefined,
  servers: number,
): readonly Assumption[] {
  const [first] = nodes;
  const [only] = lines;
  const said = (isSo: boolean, one: Assumption): readonly Assumption[] => (isSo ? [one] : []);
  const hows = new Set(lines.map((one) => mechanicsOf(one).line?.how));
  const isLimited = lines.some((one) => (mechanicsOf(one).line?.places ?? Infinity) < Infinity);
  return [
    ...said(!areAlike(nodes), assume('unequal-members', only?.id)),
    ...said(hows.size > 1 || (lines.length > 1 && isLimited), assume('shared', first?.id)),
    ...said(hows.has('loop') || hows.has('inline'), assume('shared', first?.id)),
    ...said(
      nodes.length > 1 && (hows.has('call') || (line?.ahead ?? 0) > 0),
      assume('unequal-members', only?.id),
    ),
    ...said(line?.isByKey === true && servers > 1, assume('by-key', first?.id)),
    ...lines
      .filter((one) => {
        const bound = mechanicsOf(one).line?.how === 'call' && callersOf(one) < Infinity;
        return bound && callersOf(one) > servers;
      })
      .map((one) => assume('caller-bound', one.id)),
  ];
}

/** Whether nodes that compete want the same and work alike. */
function areAlike(nodes: readonly LintNode[]): boolean {
  const lookOf = (node: LintNode) => {
    const { servers: _, ...rest } = mechanicsOf(node).work ?? { servers: 1 };
    const settings = { ...node.node.settings, workers: 0 };
    const wants = node.ins.map(({ from, patterns, wire }) => [from.id, patterns, wire.settings['latency']]);
    return JSON.stringify([rest, settings, wants]);
  };
  const [first] = nodes;
  return first === undefined || nodes.every((node) => lookOf(node) === lookOf(first));
}

/** Whether somebody who works may be kept waiting by whom he calls. */
function isHeldUp(nodes: readonly LintNode[]): boolean {
  return nodes.some(({ outs, node, kind }) => {
    const waits = kind.mechanics?.(node.settings).work?.waits === true;
    return waits && outs.some((wire) => mayHoldUp(wire));
  });
}

function mayHoldUp({ to }: LintWire): boolean {
  const { line } = mechanicsOf(to);
  if (line === undefined) return false;
  if (line.how === 'queue' || line.how === 'loop') return line.places < Infinity && line.whenFull === 'block';
  return false;
}
