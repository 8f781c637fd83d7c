import type { Clock } from '#engine/kernel/EventList';
import { gauge, type Gauge } from '#engine/model/measures';
import type { LevelFigures } from './Trace';

const gauges = Object.keys(gauge).length;

/* The numbers of a level stand together, so that memory is waited for once. */
const numbersEach = 4;
const countAt = 0;
const sinceAt = 1;
/** Count times microseconds, up to `sinceAt`. */
const areaAt = 2;
const highestAt = 3;

/** Counts that stay as they are until they change, such as the length of a queue: averaged over virtual time. */
export class Levels {
  private readonly clock: Clock;
  /** All by node and gauge, four each: for the core, which keeps them elsewhere for a while. */
  readonly numbers: Float64Array;

  constructor(nodes: number, clock: Clock) {
    this.clock = clock;
    this.numbers = new Float64Array(nodes * gauges * numbersEach);
  }

  set(node: number, what: Gauge, count: number): void {
    const { numbers } = this;
    const place = placeOf(node, what);
    const before = numbers[place + countAt] ?? 0;
    if (before === count) return;
    const nowUs = this.clock[0] ?? 0;
    const grown = before * (nowUs - (numbers[place + sinceAt] ?? 0));
    numbers[place + areaAt] = (numbers[place + areaAt] ?? 0) + grown;
    numbers[place + countAt] = count;
    numbers[place + sinceAt] = nowUs;
    if (count > (numbers[place + highestAt] ?? 0)) numbers[place + highestAt] = count;
  }

  /** Count times microseconds over the time from 0 to `nowUs`, which is not before its last change. */
  area(node: number, what: Gauge, nowUs: number): number {
    const { numbers } = this;
    const place = placeOf(node, what);
    const lastUs = nowUs - (numbers[place + sinceAt] ?? 0);
    return (numbers[place + areaAt] ?? 0) + (numbers[place + countAt] ?? 0) * lastUs;
  }

  now(node: number, what: Gauge): number {
    return this.numbers[placeOf(node, what) + countAt] ?? 0;
  }

  /** How a level was over the time from 0 to `nowUs`, which is not before its last change. */
  figures(node: number, what: Gauge, nowUs: number): LevelFigures {
    const place = placeOf(node, what);
    const now = this.numbers[place + countAt] ?? 0;
    const mean = nowUs > 0 ? this.area(node, what, nowUs) / nowUs : now;
    return { now, mean, highest: this.numbers[place + highestAt] ?? 0 };
  }

  clone(): Levels {
    const copy = new Levels(this.numbers.length / (gauges * numbersEach), this.clock);
    copy.restore(this);
    return copy;
  }

  restore(other: Levels): void {
    this.numbers.set(other.numbers);
  }
}

const placeOf = (node: number, what: Gauge) => (node * gauges + what) * numbersEach;
