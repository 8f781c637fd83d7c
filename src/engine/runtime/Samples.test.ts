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

function expectFigures(samples: Samples, observed: readonly (readonly [number, number])[]): void {
  for (let sort = 0; sort < sorts; sort += 1) {
    const own = observed.filter(([of]) => of === sort).map(([, us]) => us);
    const figures = samples.figures(sort);
    expect(figures?.count ?? 0).toBe(own.length);
    if (figures === null) continue;
    expect(figures.meanUs).toBe(own.reduce((sum, us) => sum + us, 0) / own.length);
    expect(figures.longestUs).toBe(Math.max(...own));
    expect(Math.abs(figures.p50Us - medianOf(own))).toBeLessThanOrEqual(0.032 * medianOf(own) + 1);
  }
}

test('counts, means and quantiles are those of the observations, whatever order they come in', () => {
  fc.assert(
    fc.property(observations, (observed) => {
      const samples = new Samples(sorts, createClock());
      observe(samples, observed);
      expectFigures(samples, observed);
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
      expectFigures(samples, [...before, ...after]);
      expectFigures(copy, [...before, ...other]);
      samples.restore(copy);
      observe(samples, after);
      expectFigures(samples, [...before, ...other, ...after]);
    }),
    { seed: 20_261_127, numRuns: 100 },
  );
});
