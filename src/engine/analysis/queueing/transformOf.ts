import { exp, ln } from '#engine/kernel/deterministicMath';
import type { Distribution } from '#engine/kernel/Distribution';

/**
 * The Laplace transform of a law: the mean of e^(−s·T), with s per millisecond. Null for laws of which it has no closed form.
 */
export function transformOf(law: Distribution): ((s: number) => number) | null {
  switch (law.law) {
    case 'constant':
      return (s) => exp(-s * law.mean);
    case 'exponential':
      return (s) => 1 / (1 + s * law.mean);
    case 'gamma':
      return (s) => exp(-law.shape * ln(1 + (s * law.mean) / law.shape));
    case 'uniform':
      return (s) => {
        const width = s * (law.max - law.min);
        // Where the difference would lose its digits, the first terms of its series.
        const spread = width < 1e-4 ? 1 - width / 2 + (width * width) / 6 : (1 - exp(-width)) / width;
        return exp(-s * law.min) * spread;
      };
    case 'normal':
    case 'logNormal':
    case 'pareto':
      return null;
    default:
      return law satisfies never;
  }
}
