import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import type { RunningKind } from '#engine/model/NodeKind';
import type { JudgedKind } from '#engine/model/Traits';
import { serversOf, withSettings } from './changeServers';
import type { Tier } from './models/StationModel';
import type { Prediction } from './Prediction';
import { predictFlow } from './predictFlow';
import { simulateFigures, type RunSettings } from './simulateFigures';
import { within, type Task } from './Task';
import { WaitingInRuns } from './WaitingInRuns';

/** What one more server somewhere would change in the whole flow. */
export interface Knob {
  /** The id of the node. */
  readonly node: string;
  readonly from: number;
  readonly to: number;
  /** The settings of that node with one more. */
  readonly settings: Settings;
  /** How it was found out: the least sure of the tiers that it rests on. */
  readonly tier: Tier;
  /** How many lines have no end. */
  readonly endlessBefore: number;
  readonly endlessAfter: number;
  /** Events a second by which more comes than goes, in all lines together. */
  readonly growthBefore: number;
  readonly growthAfter: number;
  /** How many wait on average, in all lines together that have an end. */
  readonly waitingBefore: number;
  readonly waitingAfter: number;
}

/** How much waits and piles up in a flow. */
interface Burden {
  readonly endless: number;
  readonly growth: number;
  readonly waiting: number;
  readonly tier: Tier;
}

/**
 * One more worker, tried everywhere: what helps most stands first. What no theory says is found out by runs with the luck of
 * the flow's own (common random numbers). A line without end counts before any that has one.
 */
export function* rankKnobs(
  doc: FlowDoc,
  kinds: readonly JudgedKind[],
  running: ReadonlyMap<string, RunningKind>,
  settings: RunSettings,
): Task<readonly Knob[]> {
  const tried = doc.nodes.flatMap(({ id }) => {
    const servers = serversOf(doc, kinds, id);
    return servers === null ? [] : [{ id, count: servers.count, more: servers.settings(servers.count + 1) }];
  });
  const total = tried.length + 1;
  const predicted = [doc, ...tried.map(({ id, more }) => withSettings(doc, id, more))].map((one) => ({
    doc: one,
    burden: burdenOf(predictFlow(one, kinds, running)),
  }));
  // Figures of different tiers cannot be compared: if one is missing, all are taken from runs.
  const isPredicted = predicted.every(({ burden }) => burden.tier !== null);
  const burdens: Burden[] = [];
  for (const [done, { doc: variant, burden }] of predicted.entries()) {
    yield { done, total };
    const { tier } = burden;
    burdens.push(
      isPredicted && tier !== null
        ? { ...burden, tier }
        : yield* runBurden(variant, burden, running, settings, done, total),
    );
  }
  const [before, ...after] = burdens;
  if (before === undefined) return [];
  return tried
    .flatMap(({ id, count, more }, index): readonly Knob[] => {
      const found = after[index];
      if (found === undefined) return [];
      return [
        {
          node: id,
          from: count,
          to: count + 1,
          settings: more,
          tier: found.tier === 'exact' ? before.tier : found.tier,
          endlessBefore: before.endless,
          endlessAfter: found.endless,
          growthBefore: before.growth,
          growthAfter: found.growth,
          waitingBefore: before.waiting,
          waitingAfter: found.waiting,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        a.growthAfter - b.growthAfter || a.endlessAfter - b.endlessAfter || a.waitingAfter - b.waitingAfter,
    );
}

/** Without a tier where nobody can say how long some line is. */
function burdenOf({ stations }: Prediction): Omit<Burden, 'tier'> & { readonly tier: Tier | null } {
  let [endless, growth, waiting] = [0, 0, 0];
  let tier: Tier | null = 'exact';
  for (const station of stations) {
    if (station.tier === null) tier = null;
    endless += station.isEndless ? 1 : 0;
    growth += station.growthPerSecond ?? 0;
    waiting += station.queue ?? 0;
    if (tier === 'exact' && (station.tier === 'partial' || station.tier === 'approximation'))
      tier = station.tier;
    if (tier === 'partial' && station.tier === 'approximation') tier = 'approximation';
  }
  return { endless, growth, waiting, tier };
}

/**
 * What runs say, with callers at the doors of full lines among those that wait. Whether lines grow they only say if they grow by
 * more than luck; else theory does, as far as it goes.
 */
function* runBurden(
  doc: FlowDoc,
  theory: Pick<Burden, 'growth' | 'endless'>,
  running: ReadonlyMap<string, RunningKind>,
  settings: RunSettings,
  done: number,
  total: number,
): Task<Burden> {
  const seen = new WaitingInRuns();
  yield* within(
    simulateFigures(doc, running, settings, (simulation) => seen.add(simulation)),
    done,
    total,
  );
  const measured = seen.growthPerSecond;
  return {
    endless: measured > 0 ? Math.max(1, theory.endless) : theory.endless,
    growth: measured > 0 ? measured : theory.growth,
    waiting: seen.mean,
    tier: 'simulation',
  };
}
