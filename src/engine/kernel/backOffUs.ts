import type { Distribution } from './Distribution';

/** How long to wait between two attempts. */
export interface BackOff {
  /** Always as long; doubled with every attempt; or at random between the first and three times the last. */
  readonly growth: 'fixed' | 'exponential' | 'decorrelated';
  readonly firstMs: number;
  /** The longest; 0 for no bound. */
  readonly longestMs: number;
  /** The share of a fixed or doubled wait that is drawn at random: 1 is "full jitter". */
  readonly jitter: number;
}

const hardLongestMs = 1e10;

/**
 * The wait after an attempt, counted from 1, in whole microseconds; `lastUs` is the wait before it, 0 for none. The laws
 * are those of Brooker, Exponential Backoff And Jitter (AWS Architecture Blog, 2015).
 */
export function backOffUs(
  { growth, firstMs, longestMs, jitter }: BackOff,
  attempt: number,
  lastUs: number,
  luck: { sample(distribution: Distribution): number },
): number {
  const boundMs = longestMs > 0 ? Math.min(longestMs, hardLongestMs) : hardLongestMs;
  if (growth === 'decorrelated') {
    const max = Math.min(3 * Math.max(lastUs / 1000, firstMs), hardLongestMs);
    return Math.min(luck.sample({ law: 'uniform', min: firstMs, max }), Math.round(boundMs * 1000));
  }
  const doublings = growth === 'exponential' ? Math.min(attempt - 1, 40) : 0;
  const fullMs = Math.min(firstMs * 2 ** doublings, boundMs);
  const random = jitter > 0 ? luck.sample({ law: 'uniform', min: 0, max: fullMs * jitter }) : 0;
  return Math.round(fullMs * (1 - jitter) * 1000) + random;
}
