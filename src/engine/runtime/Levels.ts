import { gauge, type Gauge } from '#engine/model/measures';
import type { LevelFigures } from './Trace';

const gauges = Object.keys(gauge).length;

/** Counts that stay as they are until they change, such as the length of a queue: averaged over virtual time. */
export class Levels {
  /** All by node and gauge. */
  private counts: Float64Array;
  private sinceUs: Float64Array;
  /** Count times microseconds, up to `sinceUs`. */
  private areas: Float64Array;
  private highest: Float64Array;

  constructor(nodes: number) {
    this.counts = new Float64Array(nodes * gauges);
    this.sinceUs = new Float64Array(nodes * gauges);
    this.areas = new Float64Array(nodes * gauges);
    this.highest = new Float64Array(nodes * gauges);
  }

  set(node: number, what: Gauge, count: number, nowUs: number): void {
    const index = node * gauges + what;
    const before = this.counts[index] ?? 0;
    if (before === count) return;
    if (before !== 0)
      this.areas[index] = (this.areas[index] ?? 0) + before * (nowUs - (this.sinceUs[index] ?? 0));
    this.counts[index] = count;
    this.sinceUs[index] = nowUs;
    if (count > (this.highest[index] ?? 0)) this.highest[index] = count;
  }

  /** How a level was over the time from 0 to `nowUs`, which is not before its last change. */
  figures(node: number, what: Gauge, nowUs: number): LevelFigures {
    const index = node * gauges + what;
    const now = this.counts[index] ?? 0;
    const area = (this.areas[index] ?? 0) + now * (nowUs - (this.sinceUs[index] ?? 0));
    return { now, mean: nowUs > 0 ? area / nowUs : now, highest: this.highest[index] ?? 0 };
  }

  clone(): Levels {
    const copy = new Levels(0);
    copy.counts = this.counts.slice();
    copy.sinceUs = this.sinceUs.slice();
    copy.areas = this.areas.slice();
    copy.highest = this.highest.slice();
    return copy;
  }
}
