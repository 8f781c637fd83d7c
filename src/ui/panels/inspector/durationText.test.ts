import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationStep, durationText, parseDuration } from './durationText';

test.each([
  ['1.5 s', 1500],
  ['200ms', 200],
  ['2 min', 120_000],
  ['1,5 s', 1500],
  ['1 min 30 s', 90_000],
  ['1h30m', 5_400_000],
  ['250', 250],
  ['50 µs', 0.05],
  ['3 秒', 3000],
  [' 0 ', 0],
])('reads %j as %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', 'soon', '1.5.2 s', '3 parsecs', '-5 ms', '5 s later', 'x 5 s', '1 2', 'NaN', 'Infinity'])(
  'refuses %j',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

test('writes what it reads: no duration changes by being shown', () => {
  const durations = fc.oneof(
    fc.nat(100_000_000),
    fc.double({ min: 0, max: 1e10, noNaN: true }),
    fc.nat(1_000_000).map((n) => n / 1000),
  );
  fc.assert(
    fc.property(durations, (ms) => {
      expect(parseDuration(durationText(ms))).toBe(ms === 0 ? 0 : ms);
    }),
    { seed: 7 },
  );
});

test('chooses the unit a person would', () => {
  expect([0, 0.05, 1, 999, 1500, 60_000, 90_000, 86_400_000].map(durationText)).toEqual([
    '0 ms',
    '50 µs',
    '1 ms',
    '999 ms',
    '1.5 s',
    '1 min',
    '1.5 min',
    '1 d',
  ]);
});

test('steps grow with the value', () => {
  expect([0, 5, 50, 500, 30_000].map(durationStep)).toEqual([1, 1, 1, 10, 1000]);
});
