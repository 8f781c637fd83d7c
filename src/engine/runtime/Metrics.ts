import type { Clock } from '#engine/kernel/EventList';
import { measure, type Gauge, type Measure } from '#engine/model/measures';
import { Levels } from './Levels';
import { Sample } from './Sample';
import type { LevelFigures, TimeFigures } from './Trace';

const measures = Object.keys(measure).length;

/** What is measured while a run goes on: durations and levels per node, and the lifetime of events per type. */
export class Metrics {
  /** By node and measure. */
  private readonly samples: readonly Sample[];
  /** From an event's birth to the end of a piece of work on it, by event type. */
  private readonly typeSamples: readonly Sample[];
  private readonly levels: Levels;

  constructor(samples: readonly Sample[], typeSamples: readonly Sample[], levels: Levels) {
    this.samples = samples;
    this.typeSamples = typeSamples;
    this.levels = levels;
  }

  observe(node: number, what: Measure, us: number): void {
    this.samples[node * measures + what]?.add(us);
  }

  observeType(type: number, us: number): void {
    this.typeSamples[type]?.add(us);
  }

  level(node: number, gauge: Gauge, count: number): void {
    this.levels.set(node, gauge, count);
  }

  /** What the observations come to; null before the first. */
  figures(node: number, what: Measure): TimeFigures | null {
    return this.samples[node * measures + what]?.figures() ?? null;
  }

  typeFigures(type: number): TimeFigures | null {
    return this.typeSamples[type]?.figures() ?? null;
  }

  /** How a level was over the time from 0 to `nowUs`. */
  levelFigures(node: number, gauge: Gauge, nowUs: number): LevelFigures {
    return this.levels.figures(node, gauge, nowUs);
  }

  /** How many durations were observed, and their sum: what their mean is made of, without the quantiles. */
  countOf(node: number, what: Measure): number {
    return this.samples[node * measures + what]?.count ?? 0;
  }

  sumUsOf(node: number, what: Measure): number {
    return this.samples[node * measures + what]?.sumUs ?? 0;
  }

  typeCountOf(type: number): number {
    return this.typeSamples[type]?.count ?? 0;
  }

  typeSumUsOf(type: number): number {
    return this.typeSamples[type]?.sumUs ?? 0;
  }

  /** Observations per second over the last ten seconds, or since the start when the run is younger. */
  ratePerSecond(node: number, what: Measure, nowUs: number): number {
    return this.samples[node * measures + what]?.ratePerSecond(nowUs) ?? 0;
  }

  clone(): Metrics {
    const copyOf = (sample: Sample) => sample.clone();
    return new Metrics(this.samples.map(copyOf), this.typeSamples.map(copyOf), this.levels.clone());
  }

  restore(other: Metrics): void {
    restoreAll(this.samples, other.samples);
    restoreAll(this.typeSamples, other.typeSamples);
    this.levels.restore(other.levels);
  }
}

/** Nothing measured yet. */
export function createMetrics(nodes: number, types: number, clock: Clock): Metrics {
  const samples = (count: number) => Array.from({ length: count }, () => new Sample(clock));
  return new Metrics(samples(nodes * measures), samples(types), new Levels(nodes, clock));
}

function restoreAll(samples: readonly Sample[], others: readonly Sample[]): void {
  for (const [index, sample] of samples.entries()) {
    const other = others[index];
    if (other !== undefined) sample.restore(other);
  }
}
