import { assert } from '#engine/kernel/assert';

/**
 * The mean time from the moment in which work is split into two equal parts, each for a line of its own, until both are done:
 * Poisson arrivals, exponential service, one server a line. Exact (Flatto and Hahn, "Two parallel queues created by arrivals
 * with two demands", SIAM Journal on Applied Mathematics 44 (1984) 1041; the form is that of Nelson and Tantawi). `Infinity`
 * where more comes than can be served.
 */
export function forkJoinOfTwo(arrivalRate: number, meanService: number): number {
  assert(arrivalRate >= 0 && meanService > 0, 'Customers come at some rate and are served in some time.');
  const load = arrivalRate * meanService;
  return load >= 1 ? Infinity : (((12 - load) / 8) * meanService) / (1 - load);
}

/**
 * The same for any number of parts, as an approximation that is good to a few per cent for up to 32 (Nelson and Tantawi,
 * "Approximate analysis of fork/join synchronization in parallel queues", IEEE Transactions on Computers 37 (1988) 739). For
 * two parts it is exact, for one it is M/M/1.
 */
export function nelsonTantawi(parts: number, arrivalRate: number, meanService: number): number {
  assert(Number.isInteger(parts) && parts >= 1, 'Parts are counted in whole numbers.');
  const load = arrivalRate * meanService;
  if (load >= 1) return Infinity;
  if (parts === 1) return meanService / (1 - load);
  const ratio = harmonic(parts) / harmonic(2);
  return (ratio + (4 / 11) * (1 - ratio) * load) * forkJoinOfTwo(arrivalRate, meanService);
}

/**
 * The mean of the longest of independent exponential times, by inclusion and exclusion over their rates: fork and join
 * where nobody has to wait.
 */
export function longestOf(means: readonly number[]): number {
  assert(means.length <= 16, 'So many parts have too many subsets.');
  let sum = 0;
  for (let subset = 1; subset < 2 ** means.length; subset += 1) {
    const chosen = means.filter((_, index) => (subset >> index) % 2 === 1);
    const rate = chosen.reduce((total, mean) => total + 1 / mean, 0);
    sum += (chosen.length % 2 === 1 ? 1 : -1) / rate;
  }
  return sum;
}

function harmonic(count: number): number {
  let sum = 0;
  for (let n = 1; n <= count; n += 1) sum += 1 / n;
  return sum;
}
