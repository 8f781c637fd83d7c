import { measure, type Gauge, type Measure } from '#engine/model/measures';
import { Levels } from './Levels';
import { Sample } from './Sample';
import type { LevelFigures, TimeFigures } from './Trace';

const measures = Object.keys(measure).length;

/** What is measured while a run goes on: durations and levels per node, and the lifetime of events per type. */
export class Metrics {
  private readonly samples: (Sample | null)[];
  /** From an event's birth to the end of a piece of work on it, by event type. */
  private readonly typeSamples: (Sample | null)[];
  private levels: Levels;

  constructor(nodes: number, types: number) {
    this.samples = Array.from({ length: nodes * measures }, () => null);
    this.typeSamples = Array.from({ length: types }, () => null);
    this.levels = new Levels(nodes);
  }

  observe(node: number, what: Measure, us: number, nowUs: number): void {
    sampleIn(this.samples, node * measures + what).add(us, nowUs);
  }

  observeType(type: number, us: number, nowUs: number): void {
    sampleIn(this.typeSamples, type).add(us, nowUs);
  }

  level(node: number, gauge: Gauge, count: number, nowUs: number): void {
    this.levels.set(node, gauge, count, nowUs);
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
    const copy = new Metrics(0, 0);
    for (const sample of this.samples) copy.samples.push(sample?.clone() ?? null);
    for (const sample of this.typeSamples) copy.typeSamples.push(sample?.clone() ?? null);
    copy.levels = this.levels.clone();
    return copy;
  }
}

function sampleIn(samples: (Sample | null)[], index: number): Sample {
  const known = samples[index];
  if (known !== null && known !== undefined) return known;
  const fresh = new Sample();
  samples[index] = fresh;
  return fresh;
}
