import { expect, test } from 'vitest';
import { gridOf, snapTime } from './snapTime';

const view = { fromUs: 0, spanUs: 10_000_000 };

test('times snap to round numbers as fine as the view tells apart', () => {
  expect(gridOf(view, 1000)).toBe(100_000);
  expect(gridOf({ fromUs: 0, spanUs: 10_000 }, 1000)).toBe(100);
  expect(gridOf({ fromUs: 0, spanUs: 10 }, 1000)).toBe(1);
  expect(snapTime(4_321_000, view, 1000, 9e9)).toBe(4_300_000);
});

test('the playhead catches what comes near it, to its microsecond', () => {
  expect(snapTime(4_321_000, view, 1000, 4_333_333)).toBe(4_333_333);
});

test('nothing snaps to before the run', () => {
  expect(snapTime(-90_000_000, view, 1000, 5_000_000)).toBe(0);
});
