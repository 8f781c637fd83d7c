import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock } from '#engine/kernel/EventList';
import { Samples } from './Samples';

const sorts = 4;
const durations = fc.oneof(
  fc.nat(40),
  fc.integer({ min: 0, max: 1e6 }),
  fc.integer({ min: 0, max: 2 ** 45 }),
);
const observations = fc.array(fc.tuple(fc.nat(sorts - 1), durations), { maxLength: 200, size: 'max' });

/** The duration that half of them do not exceed, by sorting. */
function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? 0;
}

function observe(samples: Samples, observed: readonly (readonly [number, number])[]): void {
  for (const [sort, us] of observed) samples.add(sort, us);
}

/** Where the figures are not those of the observations; empty when all is well. */
function faultsOf(samples: Samples, observed: readonly (readonly [number, number])[]): readonly string[] {
  return Array.from({ length: sorts }, (_, sort) => sort).flatMap((sort) => {
    const own = observed.filter(([of]) => of === sort).map(([, us]) => us);
    const figures = samples.figures(sort);
    if (figures === null) return own.length === 0 ? [] : [`${sort}: none`];
    const median = medianOf(own);
    const isRight =
      figures.count === own.length &&
      figures.meanUs === own.reduce((sum, us) => sum + us, 0) / own.length &&
      figures.longestUs === Math.max(...own) &&
      Math.abs(figures.p50Us - median) <= 0.032 * median + 1;
    return isRight ? [] : [`${sort}: ${JSON.stringify(figures)} of ${own.join(' ')}`];
  });
}

test('counts, means and quantiles are those of the observations, whatever order they come in', () => {
  fc.assert(
    fc.property(observations, (observed) => {
      const samples = new Samples(sorts, createClock());
      observe(samples, observed);
      expect(faultsOf(samples, observed)).toEqual([]);
    }),
    { seed: 20_261_127, numRuns: 300 },
  );
});

test('a copy and its original go their own ways, and the original can be put back', () => {
  fc.assert(
    fc.property(observations, observations, observations, (before, after, other) => {
      const samples = new Samples(sorts, createClock());
      observe(samples, before);
      const copy = samples.clone();
      observe(samples, after);
      observe(copy, other);
      expect(faultsOf(samples, [...before, ...after])).toEqual([]);
      expect(faultsOf(copy, [...before, ...other])).toEqual([]);
      samples.restore(copy);
      observe(samples, after);
      expect(faultsOf(samples, [...before, ...other, ...after])).toEqual([]);
    }),
    { seed: 20_261_127, numRuns: 100 },
  );
});
