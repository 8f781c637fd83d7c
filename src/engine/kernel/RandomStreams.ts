import { mixBits } from './mixBits';
import { TraceHash } from './TraceHash';

const golden = 0x9e3779b9;
const unitOf53Bits = 2 ** -53;

/**
 * Independent streams of random numbers, four 32-bit words each, in one array: a snapshot is one copy. The
 * generator is xoshiro128** 1.1 (Blackman & Vigna, Scrambled linear pseudorandom number generators, 2021; public
 * domain reference at prng.di.unimi.it), with period 2^128 − 1.
 */
export class RandomStreams {
  /** What `nextWords` drew second. */
  secondWord = 0;
  /** Four of each stream: for the core, which keeps them elsewhere for a while. */
  readonly words: Int32Array;

  /** The initial words, four for each stream, of which one at least must not be 0. */
  constructor(words: ArrayLike<number>) {
    this.words = Int32Array.from(words);
  }

  /** The next whole number from 0 to 2^32 − 1. */
  nextUint32(stream: number): number {
    const { words } = this;
    const at = 4 * stream;
    let s0 = words[at] ?? 0;
    let s1 = words[at + 1] ?? 0;
    let s2 = words[at + 2] ?? 0;
    let s3 = words[at + 3] ?? 0;
    const result = scramble(s1);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    words[at] = s0;
    words[at + 1] = s1;
    words[at + 2] = s2 ^ shifted;
    words[at + 3] = rotate(s3, 11);
    return result >>> 0;
  }

  /**
   * Draws two words at once, which is quicker than one after the other. Returns the first, and leaves the second in
   * `secondWord`, both with a sign: such numbers need no box.
   */
  nextWords(stream: number): number {
    const { words } = this;
    const at = 4 * stream;
    const s0 = words[at] ?? 0;
    const s1 = words[at + 1] ?? 0;
    const s2 = s0 ^ (words[at + 2] ?? 0);
    const s3 = s1 ^ (words[at + 3] ?? 0);
    const t0 = s0 ^ s3;
    const t1 = s1 ^ s2;
    const t2 = t0 ^ s2 ^ (s1 << 9);
    const t3 = t1 ^ rotate(s3, 11);
    words[at] = t0 ^ t3;
    words[at + 1] = t1 ^ t2;
    words[at + 2] = t2 ^ (t1 << 9);
    words[at + 3] = rotate(t3, 11);
    this.secondWord = scramble(t1);
    return scramble(s1);
  }

  /** The next number in [0, 1): a whole multiple of 2^−53, made of two draws. */
  nextUnit(stream: number): number {
    const upper = this.nextWords(stream) >>> 5;
    return (upper * 67_108_864 + (this.secondWord >>> 6)) * unitOf53Bits;
  }

  /** An independent copy, for a snapshot. */
  clone(): RandomStreams {
    return new RandomStreams(this.words);
  }

  /** Puts all streams back to where they were when the snapshot was taken. */
  restore(snapshot: RandomStreams): void {
    this.words.set(snapshot.words);
  }
}

/**
 * One stream per name, in the order of the names. Where a stream starts depends only on the seed and on its own
 * name, so that adding, removing or renaming one node leaves the luck of the others as it was.
 */
export function createStreams(seed: number, names: readonly string[]): RandomStreams {
  return new RandomStreams(names.flatMap((name) => firstWords(seed, name)));
}

function firstWords(seed: number, name: string): readonly number[] {
  const hash = new TraceHash();
  hash.addInt(seed);
  hash.addText(name);
  const [low, high] = hash.lanes();
  const words = [1, 2, 3, 4].map((n) => mixBits(mixBits(low + n * golden) ^ high));
  // All zeros is the one state that the generator never leaves.
  return words.every((word) => word === 0) ? [golden, 0, 0, 0] : words;
}

const scramble = (word: number) => Math.imul(rotate(Math.imul(word, 5), 7), 9);

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));
