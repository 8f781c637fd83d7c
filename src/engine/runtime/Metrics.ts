import type { TimeFigures } from './Trace';

/** Buckets per doubling: a quantile is exact to about 4 %. */
const bucketsPerOctave = 16;
const octaves = 54;
const rateSeconds = 10;

export type Measure = 'response' | 'wait';

interface Sample {
  count: number;
  sumUs: number;
  longestUs: number;
  readonly buckets: Uint32Array;
  /** Observations in each of the last ten seconds, by second modulo ten. */
  readonly perSecond: Float64Array;
  second: number;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Which half of a double holds its exponent differs between machines. */
const highWord = ((): 0 | 1 => {
  float[0] = 1;
  return words[1] === 0 ? 0 : 1;
})();

/**
 * Observations of durations per node and measure: quantiles from a histogram whose buckets are the leading
 * bits of the number (HdrHistogram's idea), and rates over the last ten seconds of virtual time.
 */
export class Metrics {
  /** By node and measure, see `indexOf`. */
  private readonly samples: (Sample | undefined)[] = [];

  observe(node: number, measure: Measure, us: number, nowUs: number): void {
    const sample = this.sampleOf(indexOf(node, measure));
    sample.count += 1;
    sample.sumUs += us;
    if (us > sample.longestUs) sample.longestUs = us;
    const bucket = bucketOf(us);
    sample.buckets[bucket] = (sample.buckets[bucket] ?? 0) + 1;
    moveOn(sample, nowUs);
    const slot = sample.second % rateSeconds;
    sample.perSecond[slot] = (sample.perSecond[slot] ?? 0) + 1;
  }

  /** What the observations come to; null before the first. */
  figures(node: number, measure: Measure): TimeFigures | null {
    const sample = this.samples[indexOf(node, measure)];
    if (sample === undefined) return null;
    const { count, sumUs, longestUs } = sample;
    return { meanUs: sumUs / count, p95Us: Math.min(quantileUs(sample, 0.95), longestUs), longestUs };
  }

  /** Observations per second over the last ten seconds, or since the start when the run is younger. */
  ratePerSecond(node: number, measure: Measure, nowUs: number): number {
    const sample = this.samples[indexOf(node, measure)];
    if (sample === undefined || nowUs <= 0) return 0;
    moveOn(sample, nowUs);
    const total = sample.perSecond.reduce((sum, count) => sum + count, 0);
    const span = Math.min(nowUs / 1e6, rateSeconds - 1 + (nowUs / 1e6 - sample.second));
    return span <= 0 ? 0 : total / span;
  }

  clone(): Metrics {
    const copy = new Metrics();
    this.samples.forEach((sample, index) => {
      if (sample === undefined) return;
      const { buckets, perSecond } = sample;
      copy.samples[index] = { ...sample, buckets: buckets.slice(), perSecond: perSecond.slice() };
    });
    return copy;
  }

  private sampleOf(index: number): Sample {
    const known = this.samples[index];
    if (known !== undefined) return known;
    const fresh: Sample = {
      count: 0,
      sumUs: 0,
      longestUs: 0,
      buckets: new Uint32Array(bucketsPerOctave * octaves),
      perSecond: new Float64Array(rateSeconds),
      second: 0,
    };
    this.samples[index] = fresh;
    return fresh;
  }
}

/** The upper edge of the bucket that the share of all observations reaches, in microseconds. */
function quantileUs(sample: Sample, share: number): number {
  let left = Math.ceil(sample.count * share);
  const bucket = sample.buckets.findIndex((count) => (left -= count) <= 0);
  return upperEdge(bucket);
}

function indexOf(node: number, measure: Measure): number {
  return node * 2 + (measure === 'wait' ? 1 : 0);
}

/** Empties the slots of the seconds that have passed since the last look. */
function moveOn(sample: Sample, nowUs: number): void {
  const second = Math.floor(nowUs / 1e6);
  const passed = Math.min(rateSeconds, second - sample.second);
  for (let turn = 1; turn <= passed; turn += 1) sample.perSecond[(sample.second + turn) % rateSeconds] = 0;
  if (second > sample.second) sample.second = second;
}

/** Exponent and four leading bits of the mantissa, read from the number itself: exact on every machine. */
function bucketOf(us: number): number {
  if (us < 1) return 0;
  float[0] = us;
  const index = ((words[highWord] ?? 0) >>> 16) - (1023 << 4) + 1;
  return Math.min(index, bucketsPerOctave * octaves - 1);
}

function upperEdge(bucket: number): number {
  if (bucket === 0) return 0;
  const octave = Math.floor((bucket - 1) / bucketsPerOctave);
  const part = (bucket - 1) % bucketsPerOctave;
  return 2 ** octave * (1 + (part + 1) / bucketsPerOctave);
}
