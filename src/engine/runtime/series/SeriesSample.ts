import { fact } from '#engine/model/facts';
import { gauge, measure, type Gauge, type Measure } from '#engine/model/measures';
import type { Metrics } from '../Metrics';
import { workCounterOf } from '../report';
import type { Simulation } from '../Simulation';

/**
 * What adds up in a node, by number: pieces of work, how many waited or worked, times microseconds, and events that it
 * published.
 */
const perNode = { work: 0, queue: 1, busy: 2, door: 3, published: 4 } as const;
export type Amount = keyof typeof perNode;

const measures: readonly Measure[] = [measure.response, measure.wait, measure.service];
const levels: readonly (readonly [Amount, Gauge])[] = [
  ['queue', gauge.queue],
  ['busy', gauge.busy],
  ['door', gauge.door],
];
/** Places of a node: its amounts, and the sum of each measure. */
const amountCount = Object.keys(perNode).length;
const nodeWidth = amountCount + measures.length;

/** Durations since the last sample: sort and bin in one number, rising, and how many. */
export interface Growth {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

/** One moment: what had added up until then, and which durations came since the sample before. */
export interface SeriesSample {
  readonly timeUs: number;
  readonly sums: Float64Array;
  readonly growth: Growth;
}

/** More than there are bins, so that a sort and a bin make one number. */
const keysPerSort = 2_048;
export const keyOf = (sort: number, bin: number): number => sort * keysPerSort + bin;
export const binOfKey = (key: number): number => key % keysPerSort;

/** Reads samples off a run that goes on. */
export class SeriesReader {
  private readonly simulation: Simulation;
  private readonly workOf: readonly ((run: Simulation) => number)[];
  private readonly before: Metrics;

  /** What comes from where the simulation stands now on counts as growth. */
  constructor(simulation: Simulation) {
    this.simulation = simulation;
    this.workOf = simulation.plan.nodes.map((_, node) => workCounterOf(simulation, node));
    this.before = simulation.metrics.clone();
  }

  /** A sample at a moment that is not before the last step; the next one has what comes after it. */
  read(timeUs: number): SeriesSample {
    const sample = this.peek(timeUs);
    this.before.restore(this.simulation.metrics);
    return sample;
  }

  /** What `read` would give, and nothing changes. */
  peek(timeUs: number): SeriesSample {
    const [keys, counts]: [number[], number[]] = [[], []];
    this.simulation.metrics.eachGrown(this.before, (sort, bin, count) => {
      keys.push(keyOf(sort, bin));
      counts.push(count);
    });
    const growth = { keys: Uint32Array.from(keys), counts: Uint32Array.from(counts) };
    return { timeUs, sums: this.sumsAt(timeUs), growth };
  }

  private sumsAt(timeUs: number): Float64Array {
    const { simulation, workOf } = this;
    const { metrics, counters, plan } = simulation;
    const types = plan.doc.eventTypes.length;
    const sums = new Float64Array(plan.nodes.length * nodeWidth + types);
    for (let node = 0; node < workOf.length; node += 1) {
      sums[placeOf(node, 'work')] = workOf[node]?.(simulation) ?? 0;
      sums[placeOf(node, 'published')] = counters.countAt(node, fact.published);
      for (const [name, what] of levels) sums[placeOf(node, name)] = metrics.areaOf(node, what, timeUs);
      for (const what of measures) sums[placeOfTimes(node, what)] = metrics.sumUsOf(node, what);
    }
    for (let type = 0; type < types; type += 1) sums[sums.length - types + type] = metrics.typeSumUsOf(type);
    return sums;
  }
}

/** Where among the sums an amount of a node stands. */
export const placeOf = (node: number, name: Amount): number => node * nodeWidth + perNode[name];

/** Where the sum of the durations of a measure stands. */
export const placeOfTimes = (node: number, what: Measure): number => node * nodeWidth + amountCount + what;

/** Where the sum of the lifetimes of an event type stands, with so many nodes. */
export const placeOfType = (nodes: number, type: number): number => nodes * nodeWidth + type;

/** So many stretches in one, from the first sample on; few that are left over at the end go with those before them. */
export function coarsened(samples: readonly SeriesSample[], each: number): readonly SeriesSample[] {
  const [first, ...others] = samples;
  if (first === undefined || each <= 1) return samples;
  const groups = Math.max(1, Math.round(others.length / each));
  const joint = [first];
  for (let group = 0; group < groups; group += 1) {
    const end = group === groups - 1 ? others.length : (group + 1) * each;
    const [head, ...rest] = others.slice(group * each, end);
    if (head !== undefined) joint.push(rest.reduce(together, head));
  }
  return joint;
}

/** A stretch and the next one. */
export const together = (one: SeriesSample, next: SeriesSample): SeriesSample => ({
  ...next,
  growth: joined(one.growth, next.growth),
});

function joined(one: Growth, other: Growth): Growth {
  if (one.keys.length === 0) return other;
  if (other.keys.length === 0) return one;
  const most = one.keys.length + other.keys.length;
  const [keys, counts] = [new Uint32Array(most), new Uint32Array(most)];
  let [length, a, b] = [0, 0, 0];
  while (a < one.keys.length || b < other.keys.length) {
    const [keyA, keyB] = [one.keys[a] ?? Infinity, other.keys[b] ?? Infinity];
    const key = Math.min(keyA, keyB);
    keys[length] = key;
    counts[length] = (keyA === key ? (one.counts[a] ?? 0) : 0) + (keyB === key ? (other.counts[b] ?? 0) : 0);
    if (keyA === key) a += 1;
    if (keyB === key) b += 1;
    length += 1;
  }
  return { keys: keys.slice(0, length), counts: counts.slice(0, length) };
}
