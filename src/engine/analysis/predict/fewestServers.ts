import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import type { RunningKind } from '#engine/model/NodeKind';
import type { JudgedKind } from '#engine/model/Traits';
import { serversOf, withSettings } from './changeServers';
import { LossInRuns } from './lossInRuns';
import type { Tier } from './models/StationModel';
import type { Prediction } from './Prediction';
import { predictFlow } from './predictFlow';
import { simulateFigures, type RunSettings } from './simulateFigures';
import { within, type Task } from './Task';
import { WayInRuns } from './WayInRuns';

/** What is wanted of the events that a node serves: the time from their coming to its line to the end of the work, or the share of those turned away. */
export interface Target {
  readonly of: 'response' | 'loss';
  /** Milliseconds, or a share. */
  readonly atMost: number;
}

/** One number of servers, and what it comes to. */
export interface ServersTried {
  readonly servers: number;
  /** Milliseconds, or a share; null where it has no end. */
  readonly value: number | null;
  readonly tier: Tier;
}

export interface FewestServers {
  readonly node: string;
  /** The smallest number that meets the target; null where none that was tried does. */
  readonly servers: number | null;
  readonly settings: Settings | null;
  /** Why none does: the mean work alone takes longer, which stands in `tried` then; more servers change nothing; or a limit was reached. */
  readonly why: 'work' | 'noWait' | 'limit' | null;
  readonly tried: readonly ServersTried[];
}

/** More servers than this are not tried: by theory, and by runs. */
const mostServers = { predicted: 1000, simulated: 40 } as const;

/**
 * The smallest number of servers of a node that meets a target, tried from one upwards; where no theory says what a number
 * comes to, runs do. Null where the node has no servers to turn.
 */
export function* fewestServers(
  doc: FlowDoc,
  kinds: readonly JudgedKind[],
  running: ReadonlyMap<string, RunningKind>,
  node: string,
  target: Target,
  settings: RunSettings,
): Task<FewestServers | null> {
  const servers = serversOf(doc, kinds, node);
  if (servers === null) return null;
  const work = target.of === 'response' ? workOf(predictFlow(doc, kinds, running), node) : null;
  const isTooMuch = work !== null && work.value !== null && work.value > target.atMost;
  if (isTooMuch) return { node, servers: null, settings: null, why: 'work', tried: [work] };
  const tried: ServersTried[] = [];
  let runs = 0;
  for (let count = 1; count <= mostServers.predicted && runs < mostServers.simulated; count += 1) {
    const variant = withSettings(doc, node, servers.settings(count));
    const found = predicted(variant, kinds, running, node, target);
    if (found === null) runs += 1;
    const value = found ?? (yield* simulated(variant, running, node, target, settings, count));
    tried.push({ servers: count, ...value });
    if (value.value !== null && value.value <= target.atMost)
      return { node, servers: count, settings: servers.settings(count), why: null, tried };
    if (isFlat(tried)) return { node, servers: null, settings: null, why: 'noWait', tried };
  }
  return { node, servers: null, settings: null, why: 'limit', tried };
}

type Found = Omit<ServersTried, 'servers'>;

/** Null where no theory says it. */
function predicted(
  doc: FlowDoc,
  kinds: readonly JudgedKind[],
  running: ReadonlyMap<string, RunningKind>,
  node: string,
  { of }: Target,
): Found | null {
  const station = predictFlow(doc, kinds, running).stations.find(({ nodes }) => nodes.includes(node));
  if (station === undefined || station.tier === null) return null;
  if (of === 'loss') return { value: station.lossShare, tier: station.tier };
  return { value: station.responseUs === null ? null : station.responseUs / 1000, tier: station.tier };
}

/** By runs: the way of its own events to a node, and the time there. */
function* simulated(
  doc: FlowDoc,
  running: ReadonlyMap<string, RunningKind>,
  node: string,
  { of }: Target,
  settings: RunSettings,
  done: number,
): Task<Found> {
  const loss = new LossInRuns(node);
  const way = new WayInRuns(node);
  const task = simulateFigures(
    doc,
    running,
    settings,
    (simulation) => loss.add(simulation),
    (simulation) => way.follow(simulation),
  );
  const figures = yield* within(task, done - 1, mostServers.simulated);
  const tier = 'simulation';
  if (of === 'loss') return { value: loss.share, tier };
  const own = figures.find((one) => one.id === node && one.figure === 'response.meanUs')?.interval?.mean;
  return { value: own === undefined ? null : (own + way.meanUs) / 1000, tier };
}

/** The mean work of a node without any wait, in milliseconds, where theory says it. */
function workOf({ nodes }: Prediction, node: string): ServersTried | null {
  const figures = nodes.find(({ id }) => id === node)?.figures ?? [];
  const work = figures.find(({ figure }) => figure === 'service.meanUs');
  return work === undefined ? null : { servers: 0, value: work.value / 1000, tier: work.tier };
}

/** Whether the last numbers all came to the same runs: nobody waits any more. */
function isFlat(tried: readonly ServersTried[]): boolean {
  const last = tried.slice(-3);
  const isSame = last.every(({ value, tier }) => tier === 'simulation' && value === last[0]?.value);
  return last.length === 3 && isSame && last[0]?.value !== null;
}
