import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import { faultFields } from '#engine/model/faultFields';
import type { Settings } from '#engine/model/fields';
import { faultSpans } from './faultSpans';

const spansOf = (settings: Settings, untilUs = 100_000) =>
  faultSpans(
    [{ id: 'f', name: 'Outage', settings: { ...defaultsOf(faultFields), ...settings } }],
    untilUs,
  ).map(({ fromUs, toUs }) => [fromUs, toUs]);

test('a fault is marked from its beginning to its end, and no further than the run', () => {
  expect(spansOf({ atMs: 10, forMs: 5 })).toEqual([[10_000, 15_000]]);
  expect(spansOf({ atMs: 98, forMs: 5 })).toEqual([[98_000, 100_000]]);
  expect(spansOf({ atMs: 10, forMs: 0, everyMs: 5 })).toEqual([[10_000, 100_000]]);
  expect(spansOf({ atMs: 101, forMs: 5 })).toEqual([]);
});

test('a fault that comes again is marked each time, as the run has it', () => {
  expect(spansOf({ atMs: 10, forMs: 12, everyMs: 20 }, 60_000)).toEqual([
    [10_000, 22_000],
    [30_000, 42_000],
    [50_000, 60_000],
  ]);
  expect(spansOf({ atMs: 0, forMs: 12, everyMs: 10 }, 30_000)).toEqual([
    [0, 12_000],
    [20_000, 30_000],
  ]);
  expect(spansOf({ atMs: 0, forMs: 0.001, everyMs: 0.001 }, 1e9)).toHaveLength(200);
});
