import { assert } from './assert';
import type { Distribution } from './Distribution';
import type { RandomStreams } from './RandomStreams';
import { sampleUs } from './sampleDistribution';

/**
 * The one source of chance and choice: a run asks it and nothing else. What has only one possible outcome is
 * decided without drawing luck.
 */
export interface Chooser {
  /** A whole number from 0 to n − 1, all equally likely; n is a whole number from 1. */
  pick(n: number): number;
  /** True with this probability: never at 0 or below, always at 1 or above. */
  chance(probability: number): boolean;
  /**
   * An index into `weights`, likely in proportion to its weight. A weight that is not above 0 is never picked,
   * unless all are so: then all are equally likely.
   */
  pickWeighted(weights: readonly number[]): number;
  /** A number in [0, 1), all equally likely. */
  next(): number;
  /** A duration in whole microseconds. */
  sample(distribution: Distribution): number;
}

/** A chooser that draws all its luck from one stream; it holds no state of its own. */
export class SeededChooser implements Chooser {
  private readonly streams: RandomStreams;
  private readonly stream: number;

  constructor(streams: RandomStreams, stream: number) {
    this.streams = streams;
    this.stream = stream;
  }

  next(): number {
    return this.streams.nextUnit(this.stream);
  }

  nextWords(): number {
    return this.streams.nextWords(this.stream);
  }

  get secondWord(): number {
    return this.streams.secondWord;
  }

  pick(n: number): number {
    assert(Number.isInteger(n) && n > 0, 'A choice needs at least one possibility.');
    // With 53 random bits no remainder is likelier than another by more than n / 2^53.
    return n === 1 ? 0 : Math.floor(this.next() * n);
  }

  chance(probability: number): boolean {
    return probability > 0 && (probability >= 1 || this.next() < probability);
  }

  pickWeighted(weights: readonly number[]): number {
    return this.pickByWeight(weights) ?? this.pick(weights.length);
  }

  sample(distribution: Distribution): number {
    return sampleUs(distribution, this);
  }

  /** By inversion over the running sum; undefined when no weight is above 0. */
  private pickByWeight(weights: readonly number[]): number | undefined {
    let total = 0;
    let last: number | undefined;
    let possible = 0;
    for (const [index, weight] of weights.entries()) {
      if (!(weight > 0)) continue;
      total += weight;
      last = index;
      possible++;
    }
    if (possible < 2) return last;
    let rest = this.next() * total;
    for (const [index, weight] of weights.entries()) {
      if (!(weight > 0)) continue;
      if (rest < weight) return index;
      rest -= weight;
    }
    // Only rounding leads here.
    return last;
  }
}
