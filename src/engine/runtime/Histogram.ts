/** Buckets per doubling: a bucket is at most 3.2 % wide. */
const bucketsPerOctave = 32;
/** The exponent and so many bits of the mantissa make the bucket. */
const mantissaBits = 5;
const octaves = 54;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Which half of a double holds its exponent differs between machines. */
const highWord = ((): 0 | 1 => {
  float[0] = 1;
  return words[1] === 0 ? 0 : 1;
})();

/**
 * How often each duration was observed, in buckets whose edges are the leading bits of the number (the idea of
 * HdrHistogram). Only the octaves that were ever used take memory.
 */
export class Histogram {
  private counts = new Uint32Array(0);
  /** The bucket that the first count is of. */
  private offset = 0;

  add(us: number): void {
    const index = bucketOf(us) - this.offset;
    // Out of bounds the old value is undefined, and the cold path makes room.
    const old = this.counts[index];
    if (old === undefined) this.addOutside(bucketOf(us));
    else this.counts[index] = old + 1;
  }

  /** The duration that a share of all `count` observations does not exceed, in microseconds; exact to 3.2 %. */
  quantileUs(share: number, count: number): number {
    let left = Math.ceil(count * share);
    for (const [index, inBucket] of this.counts.entries()) {
      if (inBucket >= left) {
        const bucket = this.offset + index;
        // Durations are whole: below 1 there is only 0.
        if (bucket === 0) return 0;
        const lowerUs = upperEdge(bucket - 1);
        // As if those in the bucket lay evenly between its edges.
        return lowerUs + ((upperEdge(bucket) - lowerUs) * left) / inBucket;
      }
      left -= inBucket;
    }
    return 0;
  }

  /** Becomes as another one is. */
  restore(other: Histogram): void {
    this.counts = other.counts.slice();
    this.offset = other.offset;
  }

  private addOutside(bucket: number): void {
    const first = Math.min(this.counts.length === 0 ? bucket : this.offset, bucket);
    const end = Math.max(this.offset + this.counts.length, bucket + 1);
    const from = first - (first % bucketsPerOctave);
    const wider = new Uint32Array(Math.ceil((end - from) / bucketsPerOctave) * bucketsPerOctave);
    wider.set(this.counts, this.counts.length === 0 ? 0 : this.offset - from);
    this.counts = wider;
    this.offset = from;
    wider[bucket - from] = (wider[bucket - from] ?? 0) + 1;
  }
}

/** Exponent and leading bits of the mantissa, read from the number itself: exact on every machine. */
function bucketOf(us: number): number {
  if (us < 1) return 0;
  float[0] = us;
  const index = ((words[highWord] ?? 0) >>> (20 - mantissaBits)) - (1023 << mantissaBits) + 1;
  return Math.min(index, bucketsPerOctave * octaves - 1);
}

function upperEdge(bucket: number): number {
  if (bucket === 0) return 1;
  const octave = Math.floor((bucket - 1) / bucketsPerOctave);
  const part = (bucket - 1) % bucketsPerOctave;
  return 2 ** octave * (1 + (part + 1) / bucketsPerOctave);
}
