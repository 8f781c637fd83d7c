import type { Clock } from '#engine/kernel/EventList';
import { Histogram } from './Histogram';
import type { TimeFigures } from './Trace';

const rateSeconds = 10;

/* Places in the one array of a sample: it is small, and near to itself in memory. */
const countAt = 0;
const sumAt = 1;
const longestAt = 2;
/** When the second ends in which the last observation came. */
const endAt = 3;
/** The count at the beginning of each of the last ten seconds of virtual time, by second modulo ten. */
const beforeAt = 4;

/** Observed durations of one sort: their mean, quantiles, and how many came in the last ten seconds. */
export class Sample {
  private readonly clock: Clock;
  private readonly numbers = new Float64Array(beforeAt + rateSeconds);
  private readonly histogram = new Histogram();

  constructor(clock: Clock) {
    this.clock = clock;
    this.numbers[endAt] = 1e6;
  }

  get count(): number {
    return this.numbers[countAt] ?? 0;
  }

  get sumUs(): number {
    return this.numbers[sumAt] ?? 0;
  }

  add(us: number): void {
    const { numbers } = this;
    if ((this.clock[0] ?? 0) >= (numbers[endAt] ?? 0)) this.moveOn();
    numbers[countAt] = (numbers[countAt] ?? 0) + 1;
    numbers[sumAt] = (numbers[sumAt] ?? 0) + us;
    if (us > (numbers[longestAt] ?? 0)) numbers[longestAt] = us;
    this.histogram.add(us);
  }

  /** What the observations come to; null before the first. */
  figures(): TimeFigures | null {
    const [count = 0, sumUs = 0, longestUs = 0] = this.numbers;
    if (count === 0) return null;
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
    const first = Math.max(0, Math.floor(nowUs / 1e6) - rateSeconds + 1);
    // What was counted when second `first` began; seconds that nobody looked at had no observations.
    const before = first > this.second ? this.count : (this.numbers[beforeAt + (first % rateSeconds)] ?? 0);
    return (this.count - before) / (nowUs / 1e6 - first);
  }

  clone(): Sample {
    const copy = new Sample(this.clock);
    copy.restore(this);
    return copy;
  }

  /** Becomes as another one is; the clock stays its own. */
  restore(other: Sample): void {
    this.numbers.set(other.numbers);
    this.histogram.restore(other.histogram);
  }

  /** The second in which the last observation came. */
  private get second(): number {
    return (this.numbers[endAt] ?? 0) / 1e6 - 1;
  }

  /** Notes the count as that at the beginning of every second since the last observation. */
  private moveOn(): void {
    const second = Math.floor((this.clock[0] ?? 0) / 1e6);
    const passed = Math.min(rateSeconds, second - this.second);
    for (let turn = 0; turn < passed; turn += 1) {
      this.numbers[beforeAt + ((second - turn) % rateSeconds)] = this.count;
    }
    this.numbers[endAt] = (second + 1) * 1e6;
  }
}
