import { mixBits } from './mixBits';

const numbers = new Float64Array(1);
/** The two halves of the number above. */
const words = new Int32Array(numbers.buffer);

/**
 * An incremental 64-bit hash of a sequence of numbers and texts, for telling runs apart and not for secrets. Two
 * 32-bit lanes, mixed as in MurmurHash3 (Appleby, public domain). Each step is a permutation of the state, so
 * hashes that differ stay different while the same is added to both. Little-endian machines agree on it, and
 * there are no others that run browsers.
 */
export class TraceHash {
  private low = 0;
  private high = 0;
  private count = 0;

  /** Adds any number: whole, fractional or infinite. −0 counts as 0, and every NaN as the same NaN. */
  addInt(n: number): void {
    // Adding 0 turns −0 into 0.
    numbers[0] = n + 0;
    // The bits of a NaN are the machine's own business.
    if (Number.isNaN(n)) words.fill(-1);
    this.add(words[0] ?? 0, words[1] ?? 0);
  }

  /** Adds a text as its length and its UTF-16 code units, so that no two sequences of texts run together. */
  addText(text: string): void {
    // No number has these bits, so a text is never taken for one.
    this.add(text.length, -1);
    for (let at = 0; at < text.length; at += 4) {
      // Beyond the end charCodeAt gives NaN, which the bit operators take for 0; the length tells it apart.
      this.add(
        text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16),
        text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16),
      );
    }
  }

  /**
   * Adds what a step is. Times are whole and below 2^53, so two words hold one; everything else is mixed into them.
   */
  addStep(timeUs: number, what: number, wire: number, event: number): void {
    this.add(
      (timeUs | 0) ^ Math.imul(what, 0x9e3779b1),
      Math.imul(Math.floor(timeUs / 2 ** 32) * 8192 + wire, 0x85ebca6b) ^ event,
    );
  }

  /** Adds a short code, in a few instructions: it is mixed with what is added next. */
  addCode(code: number): void {
    this.low = Math.imul(rotate(this.low ^ code, 13), 0x9e3779b1);
  }

  /** The hash of everything added so far, as two 32-bit integers; more may be added afterwards. */
  lanes(): readonly [low: number, high: number] {
    let low = this.low ^ this.count;
    let high = this.high ^ this.count;
    low = (low + high) | 0;
    high = (high + low) | 0;
    low = mixBits(low);
    high = mixBits(high);
    low = (low + high) | 0;
    high = (high + low) | 0;
    return [low, high];
  }

  /** The hash of everything added so far, as 16 hexadecimal digits; more may be added afterwards. */
  digest(): string {
    return this.lanes().map(hexadecimal).toReversed().join('');
  }

  /** All that it knows, to go on elsewhere. */
  get words(): readonly [low: number, high: number, count: number] {
    return [this.low, this.high, this.count];
  }

  /** Goes on from where it was taken elsewhere. */
  goOn(low: number, high: number, count: number): void {
    this.low = low;
    this.high = high;
    this.count = count;
  }

  /** An independent copy, for a snapshot. */
  clone(): TraceHash {
    const copy = new TraceHash();
    copy.low = this.low;
    copy.high = this.high;
    copy.count = this.count;
    return copy;
  }

  private add(first: number, second: number): void {
    let low = this.low ^ Math.imul(rotate(Math.imul(first, 0x239b961b), 15), 0xab0e9789);
    low = (rotate(low, 19) + this.high) | 0;
    this.low = (Math.imul(low, 5) + 0x561ccd1b) | 0;
    let high = this.high ^ Math.imul(rotate(Math.imul(second, 0xab0e9789), 16), 0x38b34ae5);
    high = (rotate(high, 17) + this.low) | 0;
    this.high = (Math.imul(high, 5) + 0x0bcaa747) | 0;
    this.count = (this.count + 1) | 0;
  }
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));

const hexadecimal = (word: number) => (word >>> 0).toString(16).padStart(8, '0');
