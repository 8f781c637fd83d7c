import { expect, test } from 'vitest';
import { drawFlow } from '#engine/analysis/lint/drawFlow';
import { parametersOf } from '#engine/analysis/predict/parameters';
import { predictFlow } from '#engine/analysis/predict/predictFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import { kinds } from '#kinds/index';
import { usualParameter, usualPlace } from './sweepPreset';
import { sweepTop } from './sweepTop';

const doc = drawFlow(
  {
    nodes: {
      shop: ['publisher', { mix: [{ type: 'T', weight: 1 }] }],
      queue: 'bus',
      pack: ['handler', { workers: 2 }],
    },
    wires: ['shop>queue', 'queue>pack'],
  },
  judgedKinds,
);

test('the workers of the bottleneck are turned, and the line before it is looked at', () => {
  const prediction = predictFlow(doc, judgedKinds);
  expect(prediction.bottleneck).toBe('pack');
  expect(usualParameter(doc, parametersOf(doc, kinds, 'pack'))?.field).toBe('workers');
  expect(usualPlace(prediction, 'pack')).toBe('queue');
  // A source without a number of callers has its first number turned, and is looked at itself.
  const own = parametersOf(doc, kinds, 'shop');
  expect(usualParameter(doc, own)).toBe(own[0]);
  expect(usualPlace(prediction, 'shop')).toBe('shop');
  expect(usualPlace(null, 'pack')).toBe('pack');
});

test('an axis on which nothing is more than 0 still has different marks', () => {
  const flat = [
    { predicted: { value: 0, tier: 'exact', model: '0' }, isOverloaded: false, simulated: null },
  ] as const;
  expect(sweepTop(flat, 'wait.meanUs')).toBe(1000);
  expect(sweepTop(flat, 'queue.mean')).toBe(1);
  const [point] = flat;
  expect(sweepTop([{ ...point, predicted: { ...point.predicted, value: 10 } }], 'queue.mean')).toBe(11);
});
