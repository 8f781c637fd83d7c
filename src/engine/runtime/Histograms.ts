import { binCount, binOf, binsPerOctave, withinBinUs } from './timeBins';

/* What is known of each histogram: where its block of counts begins, which bucket that is, and how many there are. */
const knownEach = 4;
const startAt = 0;
const bucketAt = 1;
const lengthAt = 2;

/**
 * How often each duration was observed, in so many histograms, in buckets whose edges are the leading bits of the
 * number (the idea of HdrHistogram). Only the octaves that were ever used take memory, all in one array: what lies
 * together is found quickly, and copied at once.
 */
export class Histograms {
  private readonly known: Int32Array;
  private counts = new Uint32Array(0);
  /** Where the next block begins. */
  private end = 0;

  constructor(size: number) {
    this.known = new Int32Array(size * knownEach);
  }

  add(histogram: number, us: number): void {
    const { known } = this;
    const place = histogram * knownEach;
    const bucket = binOf(us);
    let index = bucket - (known[place + bucketAt] ?? 0);
    if (index < 0 || index >= (known[place + lengthAt] ?? 0)) {
      this.makeRoom(place, bucket);
      index = bucket - (known[place + bucketAt] ?? 0);
    }
    const at = (known[place + startAt] ?? 0) + index;
    this.counts[at] = (this.counts[at] ?? 0) + 1;
  }

  /** The duration that a share of all `count` observations does not exceed, in microseconds; exact to 3.2 %. */
  quantileUs(histogram: number, share: number, count: number): number {
    const place = histogram * knownEach;
    const [start = 0, first = 0, length = 0] = this.known.subarray(place, place + knownEach);
    let left = Math.ceil(count * share);
    for (let index = 0; index < length; index += 1) {
      const inBucket = this.counts[start + index] ?? 0;
      if (inBucket >= left) return withinBinUs(first + index, left, inBucket);
      left -= inBucket;
    }
    return 0;
  }

  /** What was added to a histogram since `before`, which is an earlier state of these: by bin, rising. */
  eachGrown(histogram: number, before: Histograms | null, tell: (bin: number, count: number) => void): void {
    const place = histogram * knownEach;
    const [start = 0, first = 0, length = 0] = this.known.subarray(place, place + knownEach);
    for (let index = 0; index < length; index += 1) {
      const count = this.counts[start + index] ?? 0;
      if (count === 0) continue;
      const grown = count - (before?.countIn(place, first + index) ?? 0);
      if (grown > 0) tell(first + index, grown);
    }
  }

  /** Becomes as others of the same number are. */
  restore(other: Histograms): void {
    this.known.set(other.known);
    this.counts = other.counts.slice(0, other.end);
    this.end = other.end;
  }

  /** Becomes these: the counts of all bins of each, one after the other. `lastBin` tells the last that is not empty, or −1. */
  take(bins: Uint32Array, lastBin: (histogram: number) => number): void {
    const { known } = this;
    known.fill(0);
    let total = 0;
    for (let place = 0; place < known.length; place += knownEach) {
      const histogram = place / knownEach;
      const last = lastBin(histogram);
      if (last < 0) continue;
      let first = 0;
      while (first < last && bins[histogram * binCount + first] === 0) first += 1;
      const from = first - (first % binsPerOctave);
      known[place + startAt] = total;
      known[place + bucketAt] = from;
      known[place + lengthAt] = last - from + binsPerOctave - (last % binsPerOctave);
      total += known[place + lengthAt] ?? 0;
    }
    if (this.counts.length < total) this.counts = new Uint32Array(2 * total);
    else this.counts.fill(0, total); // Blocks to come begin empty.
    for (let place = 0; place < known.length; place += knownEach) {
      const [start = 0, from = 0, length = 0] = known.subarray(place, place + knownEach);
      const all = (place / knownEach) * binCount + from;
      this.counts.set(bins.subarray(all, all + length), start);
    }
    this.end = total;
  }

  private countIn(place: number, bin: number): number {
    const { known } = this;
    const index = bin - (known[place + bucketAt] ?? 0);
    const isKnown = index >= 0 && index < (known[place + lengthAt] ?? 0);
    return isKnown ? (this.counts[(known[place + startAt] ?? 0) + index] ?? 0) : 0;
  }

  /** Moves a histogram into a new block, in which there is a place for this bucket too. */
  private makeRoom(place: number, bucket: number): void {
    const { known } = this;
    const [, first = 0, length = 0] = known.subarray(place, place + knownEach);
    const low = length === 0 ? bucket : Math.min(first, bucket);
    const from = low - (low % binsPerOctave);
    const past = Math.max(length === 0 ? 0 : first + length, bucket + 1);
    const wider = Math.ceil((past - from) / binsPerOctave) * binsPerOctave;
    if (this.end + wider > this.counts.length) this.pack(wider);
    const start = known[place + startAt] ?? 0;
    this.counts.copyWithin(this.end + first - from, start, start + length);
    known[place + startAt] = this.end;
    known[place + bucketAt] = from;
    known[place + lengthAt] = wider;
    this.end += wider;
  }

  /** Puts all blocks together without the gaps that moving has left, with room for so many counts and as much again. */
  private pack(needed: number): void {
    const { known } = this;
    let total = needed;
    for (let place = 0; place < known.length; place += knownEach) total += known[place + lengthAt] ?? 0;
    const packed = new Uint32Array(2 * total);
    this.end = 0;
    for (let place = 0; place < known.length; place += knownEach) {
      const [start = 0, , length = 0] = known.subarray(place, place + knownEach);
      packed.set(this.counts.subarray(start, start + length), this.end);
      known[place + startAt] = this.end;
      this.end += length;
    }
    this.counts = packed;
  }
}
