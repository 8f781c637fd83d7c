import type { Clock } from '#engine/kernel/EventList';
import { measure, type Gauge, type Measure } from '#engine/model/measures';
import { Levels } from './Levels';
import { Samples } from './Samples';
import type { Bins } from './timeBins';
import type { LevelFigures, TimeFigures } from './Trace';

const measures = Object.keys(measure).length;

/** The number of a measure of a node among all sorts of durations. */
export const sortOf = (node: number, what: Measure): number => node * measures + what;

/** What is measured while a run goes on: durations and levels per node, and the lifetime of events per type. */
export class Metrics {
  /** By node and measure. */
  readonly samples: Samples;
  /** From an event's birth to the end of a piece of work on it, by event type. */
  readonly typeSamples: Samples;
  readonly levels: Levels;

  constructor(samples: Samples, typeSamples: Samples, levels: Levels) {
    this.samples = samples;
    this.typeSamples = typeSamples;
    this.levels = levels;
  }

  observe(node: number, what: Measure, us: number): void {
    this.samples.add(node * measures + what, us);
  }

  observeType(type: number, us: number): void {
    this.typeSamples.add(type, us);
  }

  level(node: number, gauge: Gauge, count: number): void {
    this.levels.set(node, gauge, count);
  }

  /** What the observations come to; null before the first. */
  figures(node: number, what: Measure): TimeFigures | null {
    return this.samples.figures(node * measures + what);
  }

  typeFigures(type: number): TimeFigures | null {
    return this.typeSamples.figures(type);
  }

  /** How a level was over the time from 0 to `nowUs`. */
  levelFigures(node: number, gauge: Gauge, nowUs: number): LevelFigures {
    return this.levels.figures(node, gauge, nowUs);
  }

  /** A level added up over the time from 0 to `nowUs`: count times microseconds, exact. */
  areaOf(node: number, gauge: Gauge, nowUs: number): number {
    return this.levels.area(node, gauge, nowUs);
  }

  /** All durations of one sort: bin and count in turn. */
  binsOf(node: number, what: Measure): Bins {
    return this.samples.bins(node * measures + what);
  }

  typeBinsOf(type: number): Bins {
    return this.typeSamples.bins(type);
  }

  /**
   * Durations observed since `before`, an earlier state of these, or since the start: sort, bin and count, rising. A
   * sort is a measure of a node (`sortOf`), or an event type after all of these.
   */
  eachGrown(before: Metrics | null, tell: (sort: number, bin: number, count: number) => void): void {
    const { samples } = this;
    samples.eachGrown(before?.samples ?? null, tell);
    this.typeSamples.eachGrown(before?.typeSamples ?? null, (type, bin, count) =>
      tell(samples.size + type, bin, count),
    );
  }

  /** A level as it is now. */
  levelNow(node: number, gauge: Gauge): number {
    return this.levels.now(node, gauge);
  }

  /** How many durations were observed, and their sum: what their mean is made of, without the quantiles. */
  countOf(node: number, what: Measure): number {
    return this.samples.count(node * measures + what);
  }

  sumUsOf(node: number, what: Measure): number {
    return this.samples.sumUs(node * measures + what);
  }

  typeCountOf(type: number): number {
    return this.typeSamples.count(type);
  }

  typeSumUsOf(type: number): number {
    return this.typeSamples.sumUs(type);
  }

  /** Observations per second over the last ten seconds, or since the start when the run is younger. */
  ratePerSecond(node: number, what: Measure, nowUs: number): number {
    return this.samples.ratePerSecond(node * measures + what, nowUs);
  }

  clone(): Metrics {
    return new Metrics(this.samples.clone(), this.typeSamples.clone(), this.levels.clone());
  }

  restore(other: Metrics): void {
    this.samples.restore(other.samples);
    this.typeSamples.restore(other.typeSamples);
    this.levels.restore(other.levels);
  }
}

/** Nothing measured yet. */
export function createMetrics(nodes: number, types: number, clock: Clock): Metrics {
  return new Metrics(
    new Samples(nodes * measures, clock),
    new Samples(types, clock),
    new Levels(nodes, clock),
  );
}
