import { expect, test } from 'vitest';
import type { FlowDoc, Intervention } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import type { Deed } from '#engine/runtime/deeds';
import { outcomesOf } from './useOutcomes';

const crash: Intervention = { id: 'i1', atUs: 1, afterStep: 0, action: { do: 'crash', node: 'a' } };
const doc: FlowDoc = {
  ...newDocument('outcomes'),
  nodes: [{ id: 'a', kind: 'bus', name: 'orders', x: 0, y: 0, settings: {} }],
  interventions: [crash],
};
const deed: Deed = { id: 'i1', step: 1, timeUs: 1, node: 0, outcome: 'done', lifecycle: '' };
const said = (deeds: readonly Deed[], isWhole: boolean, of = doc) =>
  outcomesOf((key, values = {}) => [key, ...Object.values(values)].join(' '), of, deeds, isWhole).get('i1');

test('what did something for anybody is not spoken of', () => {
  expect(said([{ ...deed, outcome: 'nothing', lifecycle: 'down' }, deed], true)).toBeUndefined();
});

test('what did nothing says in which state it found its node', () => {
  expect(said([{ ...deed, outcome: 'nothing', lifecycle: 'down' }], true)).toBe(
    'hand.nothing orders kinds.state.down',
  );
});

test('a step that did not wait is told as such', () => {
  expect(said([{ ...deed, outcome: 'missing', node: -1 }], false)).toBe('hand.missing');
});

test('only when the whole run is known does it come after its end', () => {
  expect([said([], false), said([], true)]).toEqual([undefined, 'hand.after']);
});

test('a fault that befalls nobody says so before the run has come to it', () => {
  const fault = { ...crash, action: { do: 'fault', settings: { what: 'slow', target: 'a' } } } as const;
  expect(said([], false, { ...doc, interventions: [fault] })).toBe('panels.faults.nobody');
});
