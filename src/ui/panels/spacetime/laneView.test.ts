import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { laneViewAt, ticksOf, usualSpan, pannedBy, zoomedAt } from './laneView';

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

test('zooming keeps the moment under the pointer where it is, and ends where there is nothing more to see', () => {
  const view = { fromUs: 400, spanUs: 1_000 };
  const closer = zoomedAt(view, 0.5, 650, 100_000);
  expect((650 - closer.fromUs) / closer.spanUs).toBeCloseTo((650 - view.fromUs) / view.spanUs);
  expect(zoomedAt(view, 1e-9, 650, 100_000).spanUs).toBe(200);
  expect(zoomedAt(view, 1e9, 650, 100_000).spanUs).toBeCloseTo(100_000 * (4 / 3));
});

test('moving stops at both ends of the run', () => {
  const view = { fromUs: 400, spanUs: 1_000 };
  expect(pannedBy(view, 100, 100_000).fromUs).toBe(500);
  expect(pannedBy(view, -1e9, 100_000).fromUs).toBe(-40);
  expect(pannedBy(view, 1e9, 100_000)).toEqual({ fromUs: 100_000 - 960, spanUs: 1_000 });
});
