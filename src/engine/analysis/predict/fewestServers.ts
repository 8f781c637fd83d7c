import type { FigureInterval } from '#engine/analysis/figureIntervals';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import type { RunningKind } from '#engine/model/NodeKind';
import type { JudgedKind } from '#engine/model/Traits';
import { serversOf, withSettings } from './changeServers';
import { LossInRuns } from './lossInRuns';
import type { Tier } from './models/StationModel';
import { predictFlow } from './predictFlow';
import { simulateFigures, type RunSettings } from './simulateFigures';
import { within, type Task } from './Task';

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
  /** The smallest number that meets the target; null where none up to `most` does. */
  readonly servers: number | null;
  readonly settings: Settings | null;
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
  const tried: ServersTried[] = [];
  let runs = 0;
  for (let count = 1; count <= mostServers.predicted && runs < mostServers.simulated; count += 1) {
    const variant = withSettings(doc, node, servers.settings(count));
    const found = predicted(variant, kinds, running, node, target);
    if (found === null) runs += 1;
    const value = found ?? (yield* simulated(variant, running, node, target, settings, count));
    tried.push({ servers: count, ...value });
    if (value.value !== null && value.value <= target.atMost)
      return { node, servers: count, settings: servers.settings(count), tried };
  }
  return { node, servers: null, settings: null, tried };
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

/** By runs: the waits in the lines before a node count, each by how many come there. */
function* simulated(
  doc: FlowDoc,
  running: ReadonlyMap<string, RunningKind>,
  node: string,
  { of }: Target,
  settings: RunSettings,
  done: number,
): Task<Found> {
  const loss = new LossInRuns(node);
  const task = simulateFigures(doc, running, settings, (simulation) => loss.add(simulation));
  const figures = yield* within(task, done - 1, mostServers.simulated);
  const before = doc.wires.filter(({ to }) => to.node === node).map(({ from }) => from.node);
  return { value: of === 'response' ? responseOf(figures, node, before) : loss.share, tier: 'simulation' };
}

function responseOf(
  figures: readonly FigureInterval[],
  node: string,
  before: readonly string[],
): number | null {
  const mean = (id: string, name: string) =>
    figures.find((one) => one.id === id && one.figure === name)?.interval?.mean ?? null;
  const own = mean(node, 'response.meanUs');
  if (own === null) return null;
  const waits = [...new Set(before)].map((id) => mean(id, 'wait.meanUs') ?? 0);
  return (own + Math.max(0, ...waits)) / 1000;
}
