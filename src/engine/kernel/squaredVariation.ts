import type { Distribution } from './Distribution';
import { meanMs } from './sampleDistribution';

/**
 * How much durations of a law vary: variance over the square of the mean. 0 for a constant, 1 for an exponential law, and
 * Infinity for Pareto laws of shape 2 or less. That of no duration at all is 0.
 */
export function squaredVariation(law: Distribution): number {
  const mean = meanMs(law);
  if (!(mean > 0)) return 0;
  switch (law.law) {
    case 'constant':
      return 0;
    case 'exponential':
      return 1;
    case 'uniform':
      return (law.max - law.min) ** 2 / 12 / mean ** 2;
    case 'normal':
      return varianceOfCutNormal(law.mean, law.deviation, mean) / mean ** 2;
    case 'logNormal':
      return (law.deviation / law.mean) ** 2;
    case 'gamma':
      return 1 / law.shape;
    case 'pareto':
      return law.shape > 2 ? 1 / (law.shape * (law.shape - 2)) : Infinity;
    default:
      return law satisfies never;
  }
}

/**
 * σ²·(1 − z·h − h²) with z = mean / σ and h = φ(z) / Φ(z), which is by how many σ the cut moves the mean (Johnson, Kotz &
 * Balakrishnan, Continuous Univariate Distributions 1, § 13.10.1).
 */
function varianceOfCutNormal(mean: number, deviation: number, cutMean: number): number {
  if (!(deviation > 0)) return 0;
  const z = mean / deviation;
  if (z > 8.3) return deviation ** 2;
  const h = (cutMean - mean) / deviation;
  return deviation ** 2 * Math.max(0, 1 - z * h - h * h);
}
