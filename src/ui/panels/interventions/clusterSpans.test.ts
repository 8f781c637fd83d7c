import { expect, test } from 'vitest';
import { clusterSpans } from './clusterSpans';
import type { MarkSpan } from './Mark';

const view = { fromUs: 0, spanUs: 1000 };
const at = (fromUs: number): MarkSpan => ({
  mark: { of: 'hand', id: String(fromUs), what: 'crash', name: '', atUs: fromUs, forUs: 0, everyUs: 0 },
  fromUs,
  toUs: fromUs,
  isFirst: true,
});

test('handles that would cover each other come together, and others know how much room they have', () => {
  const clusters = clusterSpans([at(500), at(100), at(110)], view, 1000);
  expect(clusters.map(({ fromUs, spans, room }) => [fromUs, spans.length, room])).toEqual([
    [100, 2, 400],
    [500, 1, 500],
  ]);
});

test('with more room for the same time they stand apart', () => {
  expect(clusterSpans([at(100), at(110)], view, 10_000)).toHaveLength(2);
});

test('what began before the view has no handle in it', () => {
  expect(clusterSpans([at(-200), at(-5)], view, 1000).map(({ fromUs }) => fromUs)).toEqual([-5]);
});
