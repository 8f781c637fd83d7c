import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { laneViewAt, ticksOf, usualSpan } from './laneView';

const seed = 20_260_701;

test('the playhead is always on the page, with room to go on', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.integer({ min: 1000, max: 10 ** 9 }), (timeUs, spanUs) => {
      const { fromUs } = laneViewAt(timeUs, spanUs, Infinity);
      const share = (timeUs - fromUs) / spanUs;
      expect(share).toBeGreaterThanOrEqual(timeUs < spanUs / 2 ? 0.039 : 0.299);
      expect(share).toBeLessThanOrEqual(0.8);
    }),
    { seed },
  );
});

test('the last page ends where the run does, and a short run begins at the left', () => {
  const { fromUs, spanUs } = laneViewAt(120e6, 2e6, 120e6);
  expect(fromUs + spanUs - 120e6).toBeCloseTo(0.04 * spanUs, 0);
  expect(laneViewAt(1e6, 2e6, 1e6).fromUs).toBe(-0.04 * 2e6);
});

test('ticks are round numbers inside of the view, and not more than asked for', () => {
  expect(ticksOf({ fromUs: 12_000_000, spanUs: 1_400_000 }, 8)).toEqual([
    12_000_000, 12_200_000, 12_400_000, 12_600_000, 12_800_000, 13_000_000, 13_200_000, 13_400_000,
  ]);
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.integer({ min: 1000, max: 10 ** 10 }), (fromUs, spanUs) => {
      const ticks = ticksOf({ fromUs, spanUs }, 8);
      expect(ticks.length).toBeLessThanOrEqual(9);
      for (const tick of ticks) expect(tick).toBeGreaterThanOrEqual(fromUs);
      for (const tick of ticks) expect(tick).toBeLessThanOrEqual(fromUs + spanUs);
    }),
    { seed },
  );
});

test('a page shows some forty steps, and lasts more than a second at every speed', () => {
  expect(usualSpan(60e6, 2400, 1)).toBe(2e6);
  expect(usualSpan(600e6, 2400, 1)).toBe(10e6);
  expect(usualSpan(600e6, 240_000, 64)).toBe(100e6);
  expect(usualSpan(60e6, 0, Infinity)).toBe(1e6);
});
