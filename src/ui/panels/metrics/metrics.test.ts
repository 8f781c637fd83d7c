import { describe, expect, test } from 'vitest';
import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import { defaultsOf } from '#engine/model/defaultsOf';
import { binCount, binOf } from '#engine/runtime/timeBins';
import type { SeriesWindow } from '#engine/runtime/series/SeriesWindow';
import { kindById } from '#kinds/index';
import { chartsOf } from './chartsOf';
import { csvOf } from './csvOf';
import {
  durationTicks,
  placeOfRow,
  rowAt,
  rowAtPlace,
  rowEndUs,
  rowOfBin,
  rowScale,
  rowsOf,
  rowStartUs,
} from './durationRows';
import { bucketAt, figuresOf, isBlank, valuesOf } from './valuesOf';

function nodeOf(id: string, kind: string, own: object = {}): FlowNode {
  const settings = { ...defaultsOf(kindById.get(kind)?.fields ?? []), ...own };
  return { id, kind, name: id, x: 0, y: 0, settings };
}

const doc = {
  nodes: [
    nodeOf('source', 'publisher'),
    nodeOf('bus', 'bus'),
    nodeOf('work', 'handler', { workers: 2 }),
    nodeOf('note', 'note'),
  ],
  eventTypes: [{ id: 'job', name: 'Job', shape: 'circle', colour: 1, outline: false }],
} as unknown as FlowDoc; // Charts look at nothing else of it.

describe('charts', () => {
  test('of a node are those of what it can do, and of a note there are none', () => {
    const idsOf = (id: string) => chartsOf({ of: 'node', id }, doc).map((chart) => chart.id);
    expect(idsOf('source')).toEqual(['work', 'queue', 'response']);
    expect(idsOf('bus')).toEqual(['work', 'queue', 'door', 'wait']);
    expect(idsOf('work')).toEqual(['work', 'utilisation', 'queue', 'door', 'wait', 'response']);
    expect(idsOf('note')).toEqual([]);
    expect(idsOf('gone')).toEqual([]);
  });

  test('of the flow begin with what is published by whoever does', () => {
    const [first] = chartsOf({ of: 'flow' }, doc);
    expect(first).toMatchObject({ id: 'published', unit: 'rate', lines: [{ value: { take: 'perSecond' } }] });
    expect(first?.lines[0]?.of).toEqual([0, 1, 2].map((node) => ({ what: 'published', node })));
  });

  test('of one measure are those of every node that has it', () => {
    const charts = chartsOf({ of: 'nodes', measure: 'utilisation' }, doc);
    expect(charts.map(({ title }) => title)).toEqual([{ node: 2 }]);
    expect(chartsOf({ of: 'nodes', measure: 'queue' }, doc)).toHaveLength(3);
  });

  test('get their values bucket by bucket, by rate, by mean over time and by quantile', () => {
    const charts = chartsOf({ of: 'node', id: 'work' }, doc);
    const figures = figuresOf(charts);
    const times = { counts: [1, 0], p50Us: [5, null], p95Us: [9, null], p99Us: [9, null], bins: [[], []] };
    const window: SeriesWindow = {
      edgesUs: [0, 1_000_000, 3_000_000],
      knownUs: 3_000_000,
      lines: figures.map(({ what }) => {
        if (what === 'work') return { sums: [4, 4], times: null };
        if (what === 'busy') return { sums: [1_000_000, 4_000_000], times: null };
        return what === 'wait' || what === 'response'
          ? { sums: [9, 0], times }
          : { sums: [0, 0], times: null };
      }),
    };
    const [work, utilisation, queue, , wait] = valuesOf(charts, window);
    expect(work).toEqual([[4, 2]]);
    expect(utilisation).toEqual([[0.5, 1]]);
    expect(isBlank(queue ?? [])).toBe(true);
    expect(wait).toEqual([times.p50Us, times.p95Us, times.p99Us]);
  });
});

test('a moment lies in the bucket that begins with it or before it, and the end in the last', () => {
  const edges = [0, 10, 20];
  expect([-1, 0, 9, 10, 19, 20, 21].map((us) => bucketAt(edges, us))).toEqual([-1, 0, 0, 1, 1, 1, -1]);
  expect(bucketAt([], 5)).toBe(-1);
});

describe('rows of durations', () => {
  test('hold what lies between their edges, one after the other', () => {
    for (const us of [0, 1, 2, 7, 40, 999, 123_456, 2 ** 40]) {
      const row = rowOfBin(binOf(us));
      expect(us).toBeGreaterThanOrEqual(rowStartUs(row));
      expect(us).toBeLessThan(rowEndUs(row));
    }
    for (let row = 0; row < rowOfBin(binCount - 1); row += 1) expect(rowEndUs(row)).toBe(rowStartUs(row + 1));
    expect(rowAt(1_000)).toBeGreaterThanOrEqual(rowOfBin(binOf(1_000)));
    expect(rowAt(1_000)).toBeLessThan(rowOfBin(binOf(1_000)) + 1);
  });

  test('add up the bins in them, and a scale has room for all of them', () => {
    const rows = rowsOf([0, 3, 1, 1, 4, 1, 5, 2]);
    expect(rows).toEqual([0, 3, 1, 2, 2, 2]);
    const scale = rowScale([rows]);
    expect(scale.to - scale.from).toBeGreaterThanOrEqual(12);
    for (const row of [0, 1, 2]) {
      expect(placeOfRow(row, scale)).toBeGreaterThanOrEqual(scale.from);
      expect(rowAtPlace(placeOfRow(row, scale) + 0.5, scale)).toBe(row);
    }
  });

  test('are written at round durations, and what took no time stands apart from the shortest', () => {
    const scale = { from: rowAt(1_000), to: rowAt(1_000_000), zeroAt: null };
    expect(durationTicks(scale, 20)).toEqual([
      1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
    ]);
    expect(durationTicks(scale, 4)).toEqual([1_000, 10_000, 100_000, 1_000_000]);
    const apart = rowScale([[0, 5, 160, 1, 180, 2]]);
    expect(apart).toEqual({ from: 158, to: 181, zeroAt: 158 });
    expect([158.2, 159.5, 160.5].map((place) => rowAtPlace(place, apart))).toEqual([0, null, 160]);
    expect(durationTicks(apart, 30)[0]).toBe(0);
    expect(rowScale([[0, 5]])).toEqual({ from: 0, to: 12, zeroAt: 0 });
  });
});

test('a table as comma-separated values keeps quotes and commas, and is no formula', () => {
  expect(
    csvOf(
      ['a, b', '"c"'],
      [
        [1.5, null],
        ['=1+1', 'plain'],
      ],
    ),
  ).toBe('"a, b","""c"""\r\n1.5,\r\n\'=1+1,plain\r\n');
});
