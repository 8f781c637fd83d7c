import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import { faultFields } from '#engine/model/faultFields';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { marksOf, spansOf } from './Mark';

const fault = (settings: object) => ({
  id: 'f',
  name: 'Outage',
  settings: { ...defaultsOf(faultFields), ...settings },
});

const doc: Pick<FlowDoc, 'interventions' | 'faults'> = {
  interventions: [
    { id: 'i1', atUs: 3_000_000, afterStep: 4, action: { do: 'crash', node: 'a' }, name: 'Pull the plug' },
    {
      id: 'i2',
      atUs: 1_000_000,
      afterStep: 0,
      action: { do: 'fault', settings: { what: 'slow', forMs: 500 } },
    },
  ],
  faults: [fault({ what: 'pause', atMs: 2000, forMs: 100, everyMs: 1000 })],
};

test('marks stand in the order of their times, whoever made them', () => {
  expect(marksOf(doc).map(({ of, what, name, forUs }) => [of, what, name, forUs])).toEqual([
    ['hand', 'slow', '', 500_000],
    ['fault', 'pause', 'Outage', 100_000],
    ['hand', 'crash', 'Pull the plug', 0],
  ]);
});

test('a fault that comes again stands at each of its times in view, and is moved at its first', () => {
  const spans = spansOf(marksOf(doc), 3_050_000, 5_000_000).filter(({ mark }) => mark.of === 'fault');
  expect(spans.map(({ fromUs, isFirst }) => [fromUs, isFirst])).toEqual([
    [3_000_000, false],
    [4_000_000, false],
    [5_000_000, false],
  ]);
  expect(spansOf(marksOf(doc), 0, 2_500_000).at(-1)?.isFirst).toBe(true);
});

test('what lasts for ever reaches into every later view', () => {
  const marks = marksOf({ interventions: [], faults: [fault({ atMs: 10, forMs: 0 })] });
  expect(spansOf(marks, 9e9, 10e9)).toHaveLength(1);
});
