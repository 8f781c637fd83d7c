import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeededChooser } from './Chooser';
import type { Distribution } from './Distribution';
import { createStreams } from './RandomStreams';
import { longestUs, meanMs, sampleUs } from './sampleDistribution';

const size = 100_000;

function draw(distribution: Distribution, seed: number, count = size): readonly number[] {
  const streams = createStreams(seed, [distribution.law]);
  const source = new SeededChooser(streams, 0);
  return Array.from({ length: count }, () => sampleUs(distribution, source));
}

/** Mean and variance in ms, each with its standard error estimated from the second and fourth moments. */
function momentsOf(samples: readonly number[]) {
  const mean = samples.reduce((sum, us) => sum + us / 1000, 0) / samples.length;
  let second = 0;
  let fourth = 0;
  for (const us of samples) {
    const square = (us / 1000 - mean) ** 2;
    second += square / samples.length;
    fourth += square ** 2 / samples.length;
  }
  return {
    mean,
    variance: second,
    meanError: Math.sqrt(second / samples.length),
    varianceError: Math.sqrt((fourth - second ** 2) / samples.length),
  };
}

// The half-normal law: mean √(2/π), variance 1 − 2/π.
const halfNormalMean = Math.sqrt(2 / Math.PI);

test.each<readonly [Distribution, mean: number, variance: number]>([
  [{ law: 'exponential', mean: 20 }, 20, 400],
  [{ law: 'uniform', min: 5, max: 11 }, 8, 3],
  [{ law: 'normal', mean: 50, deviation: 4 }, 50, 16],
  [{ law: 'normal', mean: 0, deviation: 10 }, 10 * halfNormalMean, 100 * (1 - 2 / Math.PI)],
  [{ law: 'logNormal', mean: 30, deviation: 12 }, 30, 144],
  [{ law: 'gamma', mean: 12, shape: 3 }, 12, 48],
  [{ law: 'gamma', mean: 12, shape: 1 }, 12, 144],
  [{ law: 'gamma', mean: 12, shape: 0.4 }, 12, 360],
  [{ law: 'pareto', mean: 10, shape: 6 }, 10, 100 / 24],
])('%j has the mean and variance that its law says', (distribution, mean, variance) => {
  for (const seed of [1, 2]) {
    const found = momentsOf(draw(distribution, seed));
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * found.meanError);
    expect(Math.abs(found.variance - variance)).toBeLessThan(4 * found.varianceError);
    expect(Math.abs(meanMs(distribution) - mean)).toBeLessThan(1e-9);
  }
});

test('the mean of a normal law cut at 0 is the mean of its samples, wherever the cut is', () => {
  for (const mean of [1, 5, 10, 20, 40]) {
    const found = momentsOf(draw({ law: 'normal', mean, deviation: 10 }, 3));
    expect(Math.abs(found.mean - meanMs({ law: 'normal', mean, deviation: 10 }))).toBeLessThan(
      4 * found.meanError,
    );
  }
  expect(meanMs({ law: 'normal', mean: 100, deviation: 1 })).toBe(100);
  expect(meanMs({ law: 'normal', mean: 7, deviation: 0 })).toBe(7);
});

test.each<readonly [Distribution, quantile: (p: number) => number]>([
  [{ law: 'exponential', mean: 20 }, (p) => -20 * Math.log(1 - p)],
  [{ law: 'uniform', min: 5, max: 11 }, (p) => 5 + 6 * p],
  [{ law: 'pareto', mean: 10, shape: 1.5 }, (p) => 10 / 3 / (1 - p) ** (1 / 1.5)],
  [{ law: 'pareto', mean: 10, shape: 0.8 }, (p) => 10 / 2 ** (1 / 0.8) / (1 - p) ** (1 / 0.8)],
])('%j falls evenly between the deciles of its law', (distribution, quantile) => {
  const samples = draw(distribution, 4);
  for (const p of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99]) {
    const share = samples.filter((us) => us < 1000 * quantile(p)).length / size;
    expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / size) + 1e-4);
  }
});

/** The standard normal quantiles at 0.1, 0.5, 0.9 and 0.99 (Abramowitz & Stegun, table 26.5). */
const normalQuantiles = [
  [-1.2815515655, 0.1],
  [0, 0.5],
  [1.2815515655, 0.9],
  [2.326347874, 0.99],
] as const;
const erlangShare = (x: number) => 1 - Math.exp(-x) * (1 + x + x ** 2 / 2);
const logVariance = Math.log(1 + (12 / 30) ** 2);

test.each<readonly [Distribution, points: readonly (readonly [ms: number, share: number])[]]>([
  [{ law: 'normal', mean: 50, deviation: 8 }, normalQuantiles.map(([z, p]) => [50 + 8 * z, p])],
  // Cut in the middle it is the half-normal law, whose quantile at p is the normal one at (1 + p) / 2.
  [
    { law: 'normal', mean: 0, deviation: 10 },
    [
      [6.744897502, 0.5],
      [16.44853627, 0.9],
      [25.758293035, 0.99],
    ],
  ],
  [
    { law: 'logNormal', mean: 30, deviation: 12 },
    normalQuantiles.map(([z, p]) => [30 * Math.exp(Math.sqrt(logVariance) * z - logVariance / 2), p]),
  ],
  // With a whole shape it is Erlang's law, with a shape of 1 the exponential one.
  [{ law: 'gamma', mean: 12, shape: 3 }, [1, 2, 3, 5, 8].map((x) => [4 * x, erlangShare(x)])],
  [{ law: 'gamma', mean: 12, shape: 1 }, [0.1, 1, 3].map((x) => [12 * x, 1 - Math.exp(-x)])],
  // With a shape of 1/2 it is half of a chi-squared variate of one degree of freedom, the square of a normal one.
  [
    { law: 'gamma', mean: 12, shape: 0.5 },
    [
      [12 * 0.6744897502 ** 2, 0.5],
      [12 * 1.644853627 ** 2, 0.9],
    ],
  ],
])('%j has the quantiles of its law', (distribution, points) => {
  const samples = draw(distribution, 7);
  for (const [ms, p] of points) {
    const share = samples.filter((us) => us < 1000 * ms).length / size;
    expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / size) + 1e-4);
  }
});

test('a Pareto law of shape 1 or less takes the given mean as its median, and says that it has no mean', () => {
  const samples = draw({ law: 'pareto', mean: 10, shape: 1 }, 5).toSorted((a, b) => a - b);
  expect(Math.abs((samples[size / 2] ?? 0) - 10_000)).toBeLessThan(200);
  expect(meanMs({ law: 'pareto', mean: 10, shape: 1 })).toBe(Infinity);
});

test('a constant is rounded to whole microseconds and asks for no luck', () => {
  const never = {
    next: () => expect.fail('asked for luck'),
    nextWords: () => expect.fail('asked for luck'),
    secondWord: 0,
  };
  expect(sampleUs({ law: 'constant', mean: 1.2346 }, never)).toBe(1235);
  expect(sampleUs({ law: 'constant', mean: 0 }, never)).toBe(0);
});

const parameter = fc.oneof(
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.double(),
  fc.constantFrom(0, 1, 1e-300),
);
const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ law: fc.constantFrom('constant' as const, 'exponential' as const), mean: parameter }),
  fc.record({ law: fc.constant('uniform' as const), min: parameter, max: parameter }),
  fc.record({
    law: fc.constantFrom('normal' as const, 'logNormal' as const),
    mean: parameter,
    deviation: parameter,
  }),
  fc.record({
    law: fc.constantFrom('gamma' as const, 'pareto' as const),
    mean: parameter,
    shape: parameter,
  }),
);

test('whatever the parameters, a sample is a whole number of microseconds within its limits', () => {
  fc.assert(
    fc.property(anyDistribution, fc.integer(), (distribution, seed) => {
      for (const us of draw(distribution, seed, 5)) {
        expect(Number.isInteger(us)).toBe(true);
        expect(us).toBeGreaterThanOrEqual(0);
        expect(us).toBeLessThanOrEqual(longestUs);
      }
    }),
    { seed: 6, numRuns: 500 },
  );
});
