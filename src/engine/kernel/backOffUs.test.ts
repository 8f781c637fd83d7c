import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeededChooser } from './Chooser';
import { backOffUs, type BackOff } from './backOffUs';
import { createStreams } from './RandomStreams';

const chooser = () => new SeededChooser(createStreams(1, ['back-off']), 0);
const never = { sample: () => expect.fail('asked for luck') };
const plain: BackOff = { growth: 'fixed', firstMs: 100, longestMs: 0, jitter: 0 };
const waits = (backOff: BackOff) =>
  [1, 2, 3, 4, 5].map((attempt) => backOffUs(backOff, attempt, 0, never) / 1000);

test('a fixed back-off stays, a growing one doubles up to its bound, and neither asks for luck', () => {
  expect(waits(plain)).toEqual([100, 100, 100, 100, 100]);
  expect(waits({ ...plain, growth: 'exponential' })).toEqual([100, 200, 400, 800, 1600]);
  expect(waits({ ...plain, growth: 'exponential', longestMs: 500 })).toEqual([100, 200, 400, 500, 500]);
});

test('jitter draws its share of the wait evenly, and full jitter all of it', () => {
  const luck = chooser();
  const full = Array.from({ length: 20_000 }, () => backOffUs({ ...plain, jitter: 1 }, 1, 0, luck) / 1000);
  const half = Array.from({ length: 20_000 }, () => backOffUs({ ...plain, jitter: 0.5 }, 1, 0, luck) / 1000);
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  expect(Math.abs(mean(full) - 50)).toBeLessThan((4 * 100) / Math.sqrt(12 * 20_000));
  expect(Math.abs(mean(half) - 75)).toBeLessThan((4 * 50) / Math.sqrt(12 * 20_000));
  expect(Math.min(...full)).toBeLessThan(1);
  expect(Math.min(...half)).toBeGreaterThanOrEqual(50);
  expect(Math.max(...full)).toBeLessThanOrEqual(100);
});

test('a decorrelated wait lies between the first and three times the last', () => {
  const luck = chooser();
  const law: BackOff = { ...plain, growth: 'decorrelated', longestMs: 700 };
  let longest = 0;
  for (let lastUs = 0, turn = 0; turn < 2_000; turn += 1) {
    const us = backOffUs(law, turn + 1, lastUs, luck);
    expect(us).toBeGreaterThanOrEqual(100_000);
    expect(us).toBeLessThanOrEqual(Math.min(700_000, 3 * Math.max(lastUs, 100_000)));
    longest = Math.max(longest, us);
    lastUs = us;
  }
  expect(longest).toBe(700_000);
});

test('whatever the settings, a wait is a whole number of microseconds and never longer than its bound', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('fixed' as const, 'exponential' as const, 'decorrelated' as const),
      fc.double({ min: 0, max: 1e8, noNaN: true }),
      fc.double({ min: 0, max: 1e8, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 0, max: 1e13 }),
      (growth, firstMs, longestMs, jitter, attempt, lastUs) => {
        const us = backOffUs({ growth, firstMs, longestMs, jitter }, attempt, lastUs, chooser());
        expect(Number.isInteger(us)).toBe(true);
        expect(us).toBeGreaterThanOrEqual(0);
        expect(us).toBeLessThanOrEqual((longestMs > 0 ? longestMs : 1e10) * 1000 + 1);
      },
    ),
    { seed: 3 },
  );
});
