import { expect, test } from 'vitest';
import { gridOf, snapTime, timeByKey } from './snapTime';

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

test('arrow keys go from place to place of the grid, with Shift ten at once, and other keys nowhere', () => {
  const go = (key: string, shiftKey = false, us = 4_321_000) => timeByKey(us, { key, shiftKey }, view, 1000);
  expect([go('ArrowRight'), go('ArrowUp')]).toEqual([4_400_000, 4_400_000]);
  expect([go('ArrowLeft'), go('ArrowDown')]).toEqual([4_300_000, 4_300_000]);
  expect([go('ArrowRight', true), go('ArrowLeft', true)]).toEqual([5_000_000, 4_000_000]);
  expect([go('ArrowRight', false, 4_400_000), go('ArrowLeft', false, 4_400_000)]).toEqual([
    4_500_000, 4_300_000,
  ]);
  expect([go('ArrowLeft', false, 0), go('Enter')]).toEqual([0, null]);
});
