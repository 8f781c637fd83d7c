import { expect, test } from 'vitest';
import type { Distribution } from './Distribution';
import { meanMs } from './sampleDistribution';
import { squaredVariation } from './squaredVariation';

/** Moments by the rule of midpoints over a density that need not add up to 1. */
function byIntegral(density: (x: number) => number, to: number): number {
  const steps = 400_000;
  let [all, first, second] = [0, 0, 0];
  for (let step = 0; step < steps; step += 1) {
    const x = ((step + 0.5) / steps) * to;
    const weight = density(x);
    all += weight;
    first += weight * x;
    second += weight * x * x;
  }
  return second / all / (first / all) ** 2 - 1;
}

const normal = (mean: number, deviation: number) => (x: number) =>
  Math.exp(-0.5 * ((x - mean) / deviation) ** 2);

test.each<[Distribution, (x: number) => number, number]>([
  [{ law: 'exponential', mean: 2 }, (x) => Math.exp(-x / 2), 90],
  [{ law: 'uniform', min: 1, max: 5 }, (x) => (x < 1 ? 0 : 1), 5],
  [{ law: 'normal', mean: 55, deviation: 15 }, normal(55, 15), 250],
  [{ law: 'normal', mean: 1, deviation: 2 }, normal(1, 2), 30],
  [{ law: 'normal', mean: 0, deviation: 2 }, normal(0, 2), 30],
  [{ law: 'gamma', mean: 3, shape: 4 }, (x) => x ** 3 * Math.exp((-4 * x) / 3), 60],
  [
    { law: 'logNormal', mean: 2, deviation: 1 },
    (x) => Math.exp(-((Math.log(x) - Math.log(2) + Math.log(1.25) / 2) ** 2) / (2 * Math.log(1.25))) / x,
    200,
  ],
])('the variation of %j is that of its density', (law, density, to) => {
  expect(Math.abs(squaredVariation(law) - byIntegral(density, to))).toBeLessThan(1e-6);
});

test('constants do not vary, and heavy tails do without end', () => {
  expect(squaredVariation({ law: 'constant', mean: 4 })).toBe(0);
  expect(squaredVariation({ law: 'pareto', mean: 4, shape: 2 })).toBe(Infinity);
  expect(squaredVariation({ law: 'pareto', mean: 4, shape: 3 })).toBeCloseTo(1 / 3, 12);
  expect(meanMs({ law: 'pareto', mean: 4, shape: 3 })).toBe(4);
});
