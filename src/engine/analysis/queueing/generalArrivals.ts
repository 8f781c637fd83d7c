import { assert } from '#engine/kernel/assert';
import { meansFromWait, type QueueMeans } from './QueueMeans';

const mostTurns = 200;

/**
 * GI/M/1 in the long run: independent times between arrivals of any law, exponential service (Kleinrock, "Queueing
 * Systems" I, § 6.4). `transform(s)` is the mean of e^(−s·T) over the times T between arrivals. The share of customers
 * that find somebody there is the root below 1 of σ = transform((1 − σ) / meanService), found by halving.
 */
export function generalArrivals(
  arrivalRate: number,
  meanService: number,
  transform: (s: number) => number,
): QueueMeans {
  assert(arrivalRate > 0 && meanService > 0, 'Customers come at some rate and are served in some time.');
  if (arrivalRate * meanService >= 1) return meansFromWait(1 / meanService, Infinity, meanService, 1);
  const excess = (found: number) => transform((1 - found) / meanService) - found;
  // The curve is convex, above 0 at 0, below 0 just before 1, and 0 at 1.
  let gap = 0.5;
  while (excess(1 - gap) >= 0 && gap > 1e-14) gap /= 2;
  let low = 0;
  let high = 1 - gap;
  for (let turn = 0; turn < mostTurns && high - low > 1e-16 * high; turn += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  const found = (low + high) / 2;
  return meansFromWait(arrivalRate, (found * meanService) / (1 - found), meanService, 1);
}
