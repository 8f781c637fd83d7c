import type { Distribution } from './Distribution';

/** How long to wait between two attempts. */
export interface BackOff {
  /** Always as long, or doubled with every attempt. */
  readonly growth: 'fixed' | 'exponential';
  readonly firstMs: number;
  /** The longest; 0 for no bound. */
  readonly longestMs: number;
  /** The share of it that is drawn at random: 1 is the "full jitter" of Brooker (AWS Architecture Blog, 2015). */
  readonly jitter: number;
}

const hardLongestMs = 1e10;

/** The wait after an attempt, counted from 1, in whole microseconds. */
export function backOffUs(
  { growth, firstMs, longestMs, jitter }: BackOff,
  attempt: number,
  luck: { sample(distribution: Distribution): number },
): number {
  const doublings = growth === 'exponential' ? Math.min(attempt - 1, 40) : 0;
  const bound = longestMs > 0 ? Math.min(longestMs, hardLongestMs) : hardLongestMs;
  const fullMs = Math.min(firstMs * 2 ** doublings, bound);
  const random = jitter > 0 ? luck.sample({ law: 'uniform', min: 0, max: fullMs * jitter }) : 0;
  return Math.round(fullMs * (1 - jitter) * 1000) + random;
}
