import { meansFromWait } from '#engine/analysis/queueing/QueueMeans';
import type { Arrivals, FlowArrivals } from './Arrivals';
import { assume, type Assumption } from './assumptionTexts';
import type { FlowRates } from './FlowRates';
import { stationModels } from './models/index';
import { plainMeans, type StationInput, type StationMeans, type Tier } from './models/StationModel';
import { mixtureOf, type TimeMoments } from './Moments';
import { servedShares } from './servedShares';
import type { Customer, Station } from './Station';

/** What a station comes to. */
export interface Solved {
  readonly station: Station;
  readonly arrivals: Arrivals;
  readonly holding: TimeMoments | null;
  /** Null where nobody can say how much comes, or how long it takes. */
  readonly load: number | null;
  readonly means: StationMeans | null;
  readonly model: string | null;
  readonly tier: Tier | null;
  /** Events that are let in and served, a millisecond. */
  readonly throughput: number | null;
  readonly notes: readonly Assumption[];
  readonly missing: readonly Assumption[];
}

/** Finds the first theory that fits a station. */
export function solveStation(station: Station, rates: FlowRates, flow: FlowArrivals): Solved {
  const arrivals = flow.at(station);
  const unknown = reasonsAt(station, rates);
  const holding = flow.holdingAt(station);
  const base = { station, arrivals, holding, means: null, model: null, tier: null, notes: station.notes };
  if (unknown.length > 0) return { ...base, load: null, throughput: null, missing: unknown };
  if (arrivals.rate === 0) {
    const means = plainMeans(meansFromWait(0, 0, holding?.mean ?? 0, station.servers));
    return { ...base, means, model: '0', tier: 'exact', load: 0, throughput: 0, missing: [] };
  }
  const beyond = station.nodes.concat(station.waitsAt).flatMap((node) => beyondOf(node));
  const refusals = [...station.refusals, ...beyond.filter(({ code }) => code === 'setting-waits')];
  const assumed = beyond.filter(({ code }) => code === 'setting-assumed');
  const notes = [...station.notes, ...assumed];
  if (holding === null) {
    const missing = refusals.length > 0 ? refusals : [assume('waits-for-others', station.id)];
    return { ...base, notes, load: null, throughput: null, missing };
  }
  const load = loadOf(station, arrivals, holding);
  const served = servedRate(station, rates);
  const isOver = load >= 1 - 1e-12 && station.places === Infinity && !station.turnsAway;
  if (isOver && station.priorityOf === null) {
    const means = plainMeans(meansFromWait(served, Infinity, holding.mean, station.servers));
    // Where others hold up its line, it may get less than it can do.
    const tier = refusals.some(({ code }) => code === 'blocks-others') ? 'approximation' : 'exact';
    return { ...base, notes, load, throughput: served, means, model: 'load ≥ 1', tier, missing: [] };
  }
  const found = refusals.length > 0 ? null : bestOf(station, inputOf(station, arrivals, holding, rates));
  if (found === null) {
    const open = assume(arrivals.isInTurn ? 'in-turn' : 'no-theory', station.id);
    const missing = refusals.length > 0 ? refusals : [open];
    const isHeldUp = refusals.some(({ code }) => code === 'blocks-callers');
    const throughput = station.places < Infinity || isHeldUp ? null : served;
    return { ...base, notes, load, throughput, missing };
  }
  const isRough = found.tier === 'approximation';
  return {
    ...base,
    load,
    means: found.means,
    model: found.model,
    tier: found.tier,
    throughput: found.means.throughput,
    notes: [
      ...notes,
      ...(isRough && !arrivals.isPoisson ? [assume('not-poisson', station.id)] : []),
      ...(isRough && arrivals.hasTwins ? [assume('twin-streams', station.id)] : []),
    ],
    missing: [],
  };
}

interface Found {
  readonly means: StationMeans;
  readonly model: string;
  readonly tier: Tier;
}

function bestOf(station: Station, input: StationInput): Found | null {
  const { partitions } = station;
  if (partitions === null) return firstFitting(input, station.deliveries > 1);
  const parts = partitions
    .filter((share) => share > 0)
    .map((share) => {
      const { arrivals } = input;
      const isThinned = share < 1;
      const part = {
        ...arrivals,
        rate: arrivals.rate * share,
        interval: isThinned ? null : arrivals.interval,
        variation: arrivals.variation === null ? null : share * arrivals.variation + 1 - share,
      };
      return firstFitting({ ...input, arrivals: part, servers: 1 }, station.deliveries > 1);
    });
  const known = parts.flatMap((part) => part ?? []);
  const [first] = known;
  if (known.length < parts.length || first === undefined) return null;
  const sum = (of: (means: StationMeans) => number) =>
    known.reduce((total, { means }) => total + of(means), 0);
  const throughput = sum(({ throughput: one }) => one);
  const queue = sum(({ meanQueue }) => meanQueue);
  const means = meansFromWait(throughput, queue / throughput, input.holding.mean, station.servers);
  return {
    means: { ...plainMeans(means), meanBusy: sum(({ meanBusy }) => meanBusy) },
    model: `${parts.length} × ${first.model}`,
    tier: known.some(({ tier }) => tier === 'approximation') ? 'approximation' : 'exact',
  };
}

function firstFitting(input: StationInput, isRough: boolean): Found | null {
  for (const model of stationModels) {
    const means = model.solve(input);
    const tier = isRough ? 'approximation' : model.tier;
    if (means !== null) return { means, model: nameOf(model.name, input), tier };
  }
  return null;
}

/** M/M/c with its number, as people write it. */
function nameOf(name: string, { servers, places, holding, arrivals }: StationInput): string {
  if (name === 'M/M/c') {
    const bound = places === Infinity ? '' : `/${servers + places}`;
    return `M/M/${servers}${bound}`;
  }
  if (name === 'M/G/c/c') return `M/G/${servers}/${servers}`;
  if (name === 'M/G/1' && holding.variance === 0) return arrivals.batch > 1 ? 'M^X/D/1' : 'M/D/1';
  if (name === 'M/G/1' && arrivals.batch > 1) return 'M^X/G/1';
  if (name === 'GI/M/1' && arrivals.interval?.law === 'constant') return 'D/M/1';
  return name;
}

function inputOf(station: Station, arrivals: Arrivals, holding: TimeMoments, rates: FlowRates): StationInput {
  const { servers, places, whenFull } = station;
  return { arrivals, holding, servers, places, whenFull, levels: levelsOf(station, rates) };
}

function levelsOf(station: Station, rates: FlowRates): StationInput['levels'] {
  const { customers, priorityOf, typeIds } = station;
  if (priorityOf === null) return null;
  const levelOf = ({ type }: Customer) => priorityOf(typeIds[type] ?? '');
  const coming = customers.filter(({ node, type }) => rates.rate(node, type) > 0);
  const levels = [...new Set(coming.map(levelOf))].toSorted((a, b) => b - a);
  return levels.map((level) => {
    const same = coming.filter((customer) => levelOf(customer) === level);
    const rate = same.reduce((sum, { node, type }) => sum + rates.rate(node, type), 0);
    const parts = same.flatMap(({ node, type, holding }) =>
      holding === null ? [] : [{ share: rates.rate(node, type) / rate, time: holding }],
    );
    return { rate, holding: mixtureOf(parts) };
  });
}

/** Of the busiest partition, where there are partitions. */
function loadOf(station: Station, { rate }: Arrivals, { mean }: TimeMoments): number {
  const { servers, partitions, mostPerMs } = station;
  if (mostPerMs < Infinity)
    return Math.max(rate / mostPerMs, servers === Infinity ? 0 : (rate * mean) / servers);
  if (partitions !== null) return rate * mean * Math.max(...partitions);
  return servers === Infinity ? 0 : (rate * mean) / servers;
}

function servedRate(station: Station, rates: FlowRates): number {
  const shares = servedShares(station, ({ node, type }) => rates.rate(node, type));
  return station.customers.reduce(
    (sum, customer) => sum + rates.rate(customer.node, customer.type) * (shares.get(customer) ?? 1),
    0,
  );
}

function reasonsAt(station: Station, rates: FlowRates): readonly Assumption[] {
  return station.customers.flatMap(({ node, type }) => {
    const found = rates.at(node, type);
    return typeof found === 'number' ? [] : [found];
  });
}

function beyondOf({ id, kind, node }: Station['nodes'][number]): readonly Assumption[] {
  const beyond = kind.mechanics?.(node.settings).beyond ?? [];
  return beyond.map(({ setting, spoils }) => assume(`setting-${spoils}`, id, { setting }));
}
