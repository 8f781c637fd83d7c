import { assert } from '#engine/kernel/assert';
import { meansFromWait, type QueueMeans } from './QueueMeans';

/** A service time by its mean and its variability. */
export interface Service {
  readonly mean: number;
  /** Variance over the square of the mean: 0 for a constant, 1 for an exponential time, 1/k for Erlang-k. */
  readonly squaredVariation: number;
}

/**
 * M/G/1 in the long run: Poisson arrivals, any service time (Pollaczek 1930, Khinchine 1932; Kleinrock, "Queueing
 * Systems" I, § 5.7).
 *
 * With batches, customers come together, in Poisson moments, so many at a time on average and with this mean of the
 * size times one less (Gross and Harris, "Fundamentals of Queueing Theory", § 3.1 and § 5.1.9 for M^[X]/G/1): whoever is
 * not first in his batch also waits for those before him. `arrivalRate` counts customers, not batches.
 */
export function pollaczekKhinchine(
  arrivalRate: number,
  { mean, squaredVariation }: Service,
  batch: { readonly mean: number; readonly factorialMoment: number } = { mean: 1, factorialMoment: 0 },
): QueueMeans {
  assert(arrivalRate >= 0 && mean > 0 && squaredVariation >= 0, 'Rates and times are not negative.');
  assert(batch.mean >= 1, 'A batch has one customer at least.');
  const load = arrivalRate * mean;
  if (load >= 1) return meansFromWait(1 / mean, Infinity, mean, 1);
  const remaining = (load * mean * (1 + squaredVariation)) / 2;
  const before = (batch.factorialMoment * mean) / (2 * batch.mean);
  return meansFromWait(arrivalRate, (remaining + before) / (1 - load), mean, 1);
}
