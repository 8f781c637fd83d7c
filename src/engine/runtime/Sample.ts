import { Histogram } from './Histogram';
import type { TimeFigures } from './Trace';

const rateSeconds = 10;

/** Observed durations of one sort: their mean, quantiles, and how many came in the last ten seconds. */
export class Sample {
  count = 0;
  sumUs = 0;
  longestUs = 0;
  private histogram = new Histogram();
  /** Observations in each of the last ten seconds of virtual time, by second modulo ten. */
  private perSecond = new Float64Array(rateSeconds);
  private second = 0;
  private secondEndUs = 1e6;

  add(us: number, nowUs: number): void {
    this.count += 1;
    this.sumUs += us;
    if (us > this.longestUs) this.longestUs = us;
    this.histogram.add(us);
    if (nowUs >= this.secondEndUs) this.moveOn(nowUs);
    const slot = this.second % rateSeconds;
    this.perSecond[slot] = (this.perSecond[slot] ?? 0) + 1;
  }

  figures(): TimeFigures {
    const { count, sumUs, longestUs } = this;
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

  /** Observations per second over the last ten seconds, or since the start when the run is younger. */
  ratePerSecond(nowUs: number): number {
    if (nowUs <= 0) return 0;
    if (nowUs >= this.secondEndUs) this.moveOn(nowUs);
    const total = this.perSecond.reduce((sum, count) => sum + count, 0);
    const span = Math.min(nowUs / 1e6, rateSeconds - 1 + (nowUs / 1e6 - this.second));
    return span <= 0 ? 0 : total / span;
  }

  clone(): Sample {
    const copy = new Sample();
    copy.count = this.count;
    copy.sumUs = this.sumUs;
    copy.longestUs = this.longestUs;
    copy.histogram = this.histogram.clone();
    copy.perSecond = this.perSecond.slice();
    copy.second = this.second;
    copy.secondEndUs = this.secondEndUs;
    return copy;
  }

  /** Empties the slots of the seconds that have passed since the last look. */
  private moveOn(nowUs: number): void {
    const second = Math.floor(nowUs / 1e6);
    const passed = Math.min(rateSeconds, second - this.second);
    for (let turn = 1; turn <= passed; turn += 1) this.perSecond[(this.second + turn) % rateSeconds] = 0;
    this.second = second;
    this.secondEndUs = (second + 1) * 1e6;
  }
}
