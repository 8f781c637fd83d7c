import { LuckTree } from '#engine/analysis/explore/LuckTree';
import type { Distribution } from '#engine/kernel/Distribution';

/** Longer than anything lasts, in microseconds: what is above it stands for a law. */
const codesFrom = 10 ** 13;

/**
 * A chooser that takes every outcome in turn, and tells of timers by which law they were set. A duration that was drawn is a
 * code that survives rounding; anything that is no exponential law, and no time at all, makes the whole not Markov.
 */
export class RateTree extends LuckTree {
  override readonly keepsDelays = true;
  /** False as soon as something was drawn that a Markov chain has no place for. */
  isMarkov = true;
  readonly #means: number[] = [];

  override sample(law: Distribution): number {
    if (law.law === 'constant' && law.mean === 0) return 0;
    if (law.law !== 'exponential' || !(law.mean > 0)) {
      this.isMarkov = false;
      return 1;
    }
    const known = this.#means.indexOf(law.mean);
    return codesFrom + (known >= 0 ? known : this.#means.push(law.mean) - 1);
  }

  override next(): number {
    this.isMarkov = false;
    return super.next();
  }

  /** The rate of a timer by the delay that it was set with, per millisecond: `Infinity` for none, null for one of no law. */
  rateOf(delayUs: number): number | null {
    if (delayUs === 0) return Infinity;
    const mean = this.#means[delayUs - codesFrom];
    return mean === undefined ? null : 1 / mean;
  }
}
