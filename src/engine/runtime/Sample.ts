import type { Clock } from '#engine/kernel/EventList';
import { Histogram } from './Histogram';
import type { TimeFigures } from './Trace';

const rateSeconds = 10;

/** Observed durations of one sort: their mean, quantiles, and how many came in the last ten seconds. */
export class Sample {
  private readonly clock: Clock;
  count = 0;
  /** Sum and longest. */
  private readonly sums = new Float64Array(2);
  private readonly histogram = new Histogram();
  /** The count at the end of each of the last ten seconds of virtual time, by second modulo ten. */
  private readonly countBefore = new Float64Array(rateSeconds);
  private second = 0;
  /** When the present second ends, in a typed array that needs no box. */
  private readonly endUs = new Float64Array(1).fill(1e6);

  constructor(clock: Clock) {
    this.clock = clock;
  }

  get sumUs(): number {
    return this.sums[0] ?? 0;
  }

  add(us: number): void {
    const { sums } = this;
    if ((this.clock[0] ?? 0) >= (this.endUs[0] ?? 0)) this.moveOn();
    this.count += 1;
    sums[0] = (sums[0] ?? 0) + us;
    if (us > (sums[1] ?? 0)) sums[1] = us;
    this.histogram.add(us);
  }

  /** What the observations come to; null before the first. */
  figures(): TimeFigures | null {
    const { count, sums } = this;
    if (count === 0) return null;
    const [sumUs = 0, longestUs = 0] = sums;
    const quantile = (share: number) => Math.min(this.histogram.quantileUs(share, count), longestUs);
    return {
      count,
      meanUs: sumUs / count,
      p50Us: quantile(0.5),
      p95Us: quantile(0.95),
      p99Us: quantile(0.99),
      longestUs,
    };
  }

  /** Observations per second over the ten seconds before a moment, or since the start when the run is younger. */
  ratePerSecond(nowUs: number): number {
    if (nowUs <= 0) return 0;
    const second = Math.floor(nowUs / 1e6);
    const first = Math.max(0, second - rateSeconds + 1);
    // What was counted when second `first` began; seconds that nobody looked at had no observations.
    const before = first > this.second ? this.count : (this.countBefore[first % rateSeconds] ?? 0);
    return (this.count - before) / (nowUs / 1e6 - first);
  }

  clone(): Sample {
    const copy = new Sample(this.clock);
    copy.restore(this);
    return copy;
  }

  /** Becomes as another one is; the clock stays its own. */
  restore(other: Sample): void {
    this.count = other.count;
    this.sums.set(other.sums);
    this.histogram.restore(other.histogram);
    this.countBefore.set(other.countBefore);
    this.second = other.second;
    this.endUs.set(other.endUs);
  }

  /** Notes the count as that at the beginning of every second since the last observation. */
  private moveOn(): void {
    const second = Math.floor((this.clock[0] ?? 0) / 1e6);
    const passed = Math.min(rateSeconds, second - this.second);
    for (let turn = 0; turn < passed; turn += 1) this.countBefore[(second - turn) % rateSeconds] = this.count;
    this.second = second;
    this.endUs[0] = (second + 1) * 1e6;
  }
}
