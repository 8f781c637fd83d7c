import { expect, test } from 'vitest';
import { Run } from '#engine/runtime/Run';
import { runningKinds } from '#kinds/runningKinds';
import { frameOf } from './nodeFrame';
import { testFlow, testNode } from './testFlow';

test('a node never gets the picture of another kind that had its id in the former flow', () => {
  const doc = testFlow([testNode('bus', 'pricing', 0, 0)], []);
  const run = new Run(runningKinds);
  run.load(doc);
  const frame = run.frame({ step: 0 });
  expect(frameOf({ doc, frame }, testNode('bus', 'pricing', 0, 0))).toBe(frame.nodes[0]);
  expect(frameOf({ doc, frame }, testNode('handler', 'pricing', 0, 0))).toBeNull();
  expect(frameOf({ doc, frame }, testNode('bus', 'orders', 0, 0))).toBeNull();
});
