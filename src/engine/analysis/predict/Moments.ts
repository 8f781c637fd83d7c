import type { Distribution } from '#engine/kernel/Distribution';
import { meanMs } from '#engine/kernel/sampleDistribution';
import { squaredVariation } from '#engine/kernel/squaredVariation';

/** A random time by its first two moments, in milliseconds, and what is known of its law beyond them. */
export interface TimeMoments {
  readonly mean: number;
  readonly variance: number;
  /** Whether it is exponential, or constant. */
  readonly isExponential: boolean;
}

/** No time at all. */
export const noTime: TimeMoments = { mean: 0, variance: 0, isExponential: false };

/** The moments of a law. */
export function momentsOfLaw(law: Distribution): TimeMoments {
  const mean = meanMs(law);
  const variation = squaredVariation(law);
  return {
    mean,
    variance: variation === 0 ? 0 : variation * mean * mean,
    isExponential: law.law === 'exponential',
  };
}

/** One after the other, independent of each other. */
export function sumOf(parts: readonly TimeMoments[]): TimeMoments {
  const long = parts.filter(({ mean }) => mean > 0);
  const [only] = long;
  if (only !== undefined && long.length === 1) return only;
  return {
    mean: long.reduce((sum, { mean }) => sum + mean, 0),
    variance: long.reduce((sum, { variance }) => sum + variance, 0),
    isExponential: false,
  };
}

/** One of several, each with its share; the shares add up to 1. */
export function mixtureOf(
  parts: readonly { readonly share: number; readonly time: TimeMoments }[],
): TimeMoments {
  const used = parts.filter(({ share }) => share > 0);
  const mean = used.reduce((sum, { share, time }) => sum + share * time.mean, 0);
  const square = used.reduce((sum, { share, time }) => sum + share * (time.variance + time.mean ** 2), 0);
  const [first] = used;
  const isExponential = used.every(
    ({ time }) => time.isExponential && Math.abs(time.mean - (first?.time.mean ?? 0)) < 1e-12,
  );
  return {
    mean,
    variance: Math.max(0, square - mean * mean),
    isExponential: isExponential && used.length > 0,
  };
}

/** Variance over the square of the mean; 0 of no time. */
export function variationOf({ mean, variance }: TimeMoments): number {
  return mean > 0 ? variance / (mean * mean) : 0;
}
