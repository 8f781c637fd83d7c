import { assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import { tileOf, tilesFor } from './laneTiles';

const windowOf = (fromUs: number, toUs: number): LaneWindow => ({
  fromUs,
  toUs,
  knownUs: toUs,
  bars: [],
  states: [],
  marks: [],
  ways: [],
  depths: [],
  sums: null,
});

test('a tile covers its view and some time around it, and a view moved a little needs the same one', () => {
  assert(
    property(integer({ min: 0, max: 1e9 }), double({ min: 200, max: 1e9, noNaN: true }), (fromUs, spanUs) => {
      const tile = tileOf({ fromUs, spanUs });
      expect(tile.fromUs).toBeLessThanOrEqual(fromUs);
      expect(tile.toUs).toBeGreaterThanOrEqual(fromUs + spanUs);
      expect(tile.toUs - tile.fromUs).toBeLessThanOrEqual(5.001 * spanUs);
    }),
    { seed: 3, numRuns: 500 },
  );
  expect(tileOf({ fromUs: 10_000, spanUs: 1_000 })).toEqual(tileOf({ fromUs: 10_100, spanUs: 900 }));
});

test('a view is drawn from the finest tile that covers it, or from what touches it', () => {
  const [coarse, fine, far] = [windowOf(0, 1000), windowOf(400, 600), windowOf(5000, 6000)];
  const tiles = [coarse, fine, far];
  expect(tilesFor({ fromUs: 450, spanUs: 100 }, tiles)).toEqual([fine]);
  expect(tilesFor({ fromUs: 350, spanUs: 100 }, tiles)).toEqual([coarse]);
  expect(tilesFor({ fromUs: -40, spanUs: 500 }, tiles)).toEqual([coarse]);
  expect(tilesFor({ fromUs: 5500, spanUs: 5000 }, tiles)).toEqual([far]);
  expect(tilesFor({ fromUs: 2000, spanUs: 10 }, tiles)).toEqual([]);
});
