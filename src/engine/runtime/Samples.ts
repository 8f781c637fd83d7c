import type { Clock } from '#engine/kernel/EventList';
import { Histograms } from './Histograms';
import { binOf, type Bins } from './timeBins';
import type { TimeFigures } from './Trace';

const rateSeconds = 10;

/* Places of a sample in the one array of all: what every observation touches comes first. */
const numbersEach = 16;
const countAt = 0;
const sumAt = 1;
const longestAt = 2;
/** When the second ends in which the last observation came. */
const endAt = 3;
/** The count at the beginning of each of the last ten seconds of virtual time, by second modulo ten. */
const beforeAt = 4;

/**
 * Observed durations of so many sorts, by number: of each their mean, quantiles, and how many came in the last ten
 * seconds. All in one array, for of a thousand nodes every piece of memory that is looked at has to be fetched.
 */
export class Samples {
  private readonly clock: Clock;
  /** Sixteen of each sort: for the core, which keeps them elsewhere for a while. */
  readonly numbers: Float64Array;
  private readonly histograms: Histograms;
  readonly size: number;

  constructor(size: number, clock: Clock) {
    this.size = size;
    this.clock = clock;
    this.numbers = new Float64Array(size * numbersEach);
    this.histograms = new Histograms(size);
    for (let sample = 0; sample < size; sample += 1) this.numbers[sample * numbersEach + endAt] = 1e6;
  }

  add(sample: number, us: number): void {
    const { numbers } = this;
    const place = sample * numbersEach;
    if ((this.clock[0] ?? 0) >= (numbers[place + endAt] ?? 0)) this.moveOn(place);
    numbers[place + countAt] = (numbers[place + countAt] ?? 0) + 1;
    numbers[place + sumAt] = (numbers[place + sumAt] ?? 0) + us;
    if (us > (numbers[place + longestAt] ?? 0)) numbers[place + longestAt] = us;
    this.histograms.add(sample, us);
  }

  count(sample: number): number {
    return this.numbers[sample * numbersEach + countAt] ?? 0;
  }

  sumUs(sample: number): number {
    return this.numbers[sample * numbersEach + sumAt] ?? 0;
  }

  /** What the observations come to; null before the first. */
  figures(sample: number): TimeFigures | null {
    const count = this.count(sample);
    if (count === 0) return null;
    const longestUs = this.numbers[sample * numbersEach + longestAt] ?? 0;
    const quantile = (share: number) => Math.min(this.histograms.quantileUs(sample, share, count), longestUs);
    return {
      count,
      meanUs: this.sumUs(sample) / count,
      p50Us: quantile(0.5),
      p95Us: quantile(0.95),
      p99Us: quantile(0.99),
      longestUs,
    };
  }

  /**
   * What was observed since `before`, an earlier state of these, or since the start when it is null: sample, bin and
   * count, by sample and then by bin, both rising.
   */
  eachGrown(before: Samples | null, tell: (sample: number, bin: number, count: number) => void): void {
    for (let sample = 0; sample < this.size; sample += 1) {
      if (this.count(sample) === (before?.count(sample) ?? 0)) continue;
      this.histograms.eachGrown(sample, before?.histograms ?? null, (bin, count) => tell(sample, bin, count));
    }
  }

  /** All observations of one sort: bin and count in turn. */
  bins(sample: number): Bins {
    const bins: number[] = [];
    this.histograms.eachGrown(sample, null, (bin, count) => bins.push(bin, count));
    return bins;
  }

  /** Observations per second over the ten seconds before a moment, or since the start when the run is younger. */
  ratePerSecond(sample: number, nowUs: number): number {
    if (nowUs <= 0) return 0;
    const place = sample * numbersEach;
    const first = Math.max(0, Math.floor(nowUs / 1e6) - rateSeconds + 1);
    const count = this.count(sample);
    // What was counted when second `first` began; seconds that nobody looked at had no observations.
    const isLater = first > this.second(place);
    const before = isLater ? count : (this.numbers[place + beforeAt + (first % rateSeconds)] ?? 0);
    return (count - before) / (nowUs / 1e6 - first);
  }

  clone(): Samples {
    const copy = new Samples(this.size, this.clock);
    copy.restore(this);
    return copy;
  }

  /** Becomes as others of the same number are; the clock stays its own. */
  restore(other: Samples): void {
    this.numbers.set(other.numbers);
    this.histograms.restore(other.histograms);
  }

  /** Tells of each sort that was observed how often each bin was: sort, bin and count. */
  eachBin(tell: (sample: number, bin: number, count: number) => void): void {
    this.eachGrown(null, tell);
  }

  /** Becomes what the numbers already say, with these counts of all bins of all sorts. */
  takeBins(bins: Uint32Array): void {
    const { numbers } = this;
    this.histograms.take(bins, (sample) => {
      const place = sample * numbersEach;
      return (numbers[place + countAt] ?? 0) === 0 ? -1 : binOf(numbers[place + longestAt] ?? 0);
    });
  }

  /** The second in which the last observation came. */
  private second(place: number): number {
    return (this.numbers[place + endAt] ?? 0) / 1e6 - 1;
  }

  /** Notes the count as that at the beginning of every second since the last observation. */
  private moveOn(place: number): void {
    const { numbers } = this;
    const second = Math.floor((this.clock[0] ?? 0) / 1e6);
    const passed = Math.min(rateSeconds, second - this.second(place));
    const count = numbers[place + countAt] ?? 0;
    for (let turn = 0; turn < passed; turn += 1) {
      numbers[place + beforeAt + ((second - turn) % rateSeconds)] = count;
    }
    numbers[place + endAt] = (second + 1) * 1e6;
  }
}
