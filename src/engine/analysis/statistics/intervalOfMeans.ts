import { momentsOf } from './Moments';
import { usualConfidence, type MeanInterval } from './MeanInterval';
import { studentQuantile } from './studentQuantile';

/**
 * The interval around the mean of independent values, such as one figure from each of several runs with seeds of
 * their own: mean ± t · s / √n, with Student's t of n − 1 degrees of freedom (Law, "Simulation Modeling and
 * Analysis", § 4.5). It covers as often as it claims when the values are about normal, as means over long runs are.
 * Null for fewer than two values.
 */
export function intervalOfMeans(
  values: readonly number[],
  confidence: number = usualConfidence,
): MeanInterval | null {
  const { count, mean, variance } = momentsOf(values);
  if (count < 2) return null;
  const reach = studentQuantile((1 + confidence) / 2, count - 1) * Math.sqrt(variance / count);
  return { mean, low: mean - reach, high: mean + reach, count };
}
