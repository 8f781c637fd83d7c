import type { Clock } from '#engine/kernel/EventList';
import { gauge, type Gauge } from '#engine/model/measures';
import type { LevelFigures } from './Trace';

const gauges = Object.keys(gauge).length;

/** Counts that stay as they are until they change, such as the length of a queue: averaged over virtual time. */
export class Levels {
  private readonly clock: Clock;
  /** All by node and gauge. */
  private readonly counts: Float64Array;
  private readonly sinceUs: Float64Array;
  /** Count times microseconds, up to `sinceUs`. */
  private readonly areas: Float64Array;
  private readonly highest: Float64Array;

  constructor(nodes: number, clock: Clock) {
    this.clock = clock;
    this.counts = new Float64Array(nodes * gauges);
    this.sinceUs = new Float64Array(nodes * gauges);
    this.areas = new Float64Array(nodes * gauges);
    this.highest = new Float64Array(nodes * gauges);
  }

  set(node: number, what: Gauge, count: number): void {
    const index = node * gauges + what;
    const before = this.counts[index] ?? 0;
    if (before === count) return;
    const nowUs = this.clock[0] ?? 0;
    this.areas[index] = (this.areas[index] ?? 0) + before * (nowUs - (this.sinceUs[index] ?? 0));
    this.counts[index] = count;
    this.sinceUs[index] = nowUs;
    if (count > (this.highest[index] ?? 0)) this.highest[index] = count;
  }

  /** Count times microseconds over the time from 0 to `nowUs`, which is not before its last change. */
  area(node: number, what: Gauge, nowUs: number): number {
    const index = node * gauges + what;
    return (this.areas[index] ?? 0) + (this.counts[index] ?? 0) * (nowUs - (this.sinceUs[index] ?? 0));
  }

  now(node: number, what: Gauge): number {
    return this.counts[node * gauges + what] ?? 0;
  }

  /** How a level was over the time from 0 to `nowUs`, which is not before its last change. */
  figures(node: number, what: Gauge, nowUs: number): LevelFigures {
    const index = node * gauges + what;
    const now = this.counts[index] ?? 0;
    const area = this.area(node, what, nowUs);
    return { now, mean: nowUs > 0 ? area / nowUs : now, highest: this.highest[index] ?? 0 };
  }

  clone(): Levels {
    const copy = new Levels(this.counts.length / gauges, this.clock);
    copy.restore(this);
    return copy;
  }

  restore(other: Levels): void {
    this.counts.set(other.counts);
    this.sinceUs.set(other.sinceUs);
    this.areas.set(other.areas);
    this.highest.set(other.highest);
  }
}
