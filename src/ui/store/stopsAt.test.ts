import { expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { newDocument } from '#engine/model/newDocument';
import type { Frame, NodeFrame, PlayableEntry } from '#engine/runtime/Trace';
import { stopBetween, stopsAt } from './stopsAt';

const documentWith = (settings: Settings) => ({
  ...newDocument('x'),
  nodes: [{ id: 'orders', kind: 'bus', name: 'orders', x: 0, y: 0, settings: {} }],
  protocols: [{ id: 'p', name: 'Rule', settings: { bus: 'orders', mode: 'monitor', ...settings } }],
});
const seen = (monitors: readonly object[]): NodeFrame => ({
  lifecycle: 'idle',
  sinceUs: 0,
  last: null,
  view: { monitors },
  times: { response: null, wait: null },
  p95Us: null,
  ratePerSecond: 0,
});
const entry: PlayableEntry = {
  step: 7,
  timeUs: 1,
  node: 0,
  kind: 'publish',
  name: '',
  token: null,
  wire: -1,
  cause: 0,
  flight: 0,
  intervention: '',
  fault: '',
  transitions: [],
  facts: [{ code: 'protocol-violated', token: null, detail: 'Rule' }],
  sent: [],
  after: seen([{ id: 'p', first: { step: 3 }, lastStep: 7 }]),
};
const frame: Frame = {
  step: 20,
  timeUs: 9,
  flights: [],
  facts: { 'protocol-violated': 1 },
  failing: [],
  nodes: [seen([{ id: 'p', first: { step: 7 }, lastStep: 7 }])],
};

test.each([
  [{ pauseOnViolation: true }, true],
  [{ pauseOnViolation: false }, false],
  [{ pauseOnViolation: true, mode: 'reject' }, false],
])('a step that breaks a protocol with %j stops: %s', (settings, isStop) => {
  expect(stopsAt(entry, documentWith(settings))).toBe(isStop);
  expect(stopsAt({ ...entry, facts: [] }, documentWith(settings))).toBe(false);
});

test('of two protocols of one name on a bus only the one that is broken stops, if it wants to', () => {
  const doc = documentWith({ pauseOnViolation: true });
  const both = {
    ...doc,
    protocols: [...doc.protocols, { id: 'q', name: 'Rule', settings: { bus: 'orders' } }],
  };
  const other = { id: 'q', first: { step: 7 }, lastStep: 7 };
  const unbroken = { ...entry, after: seen([{ id: 'p', first: null, lastStep: 0 }, other]) };
  expect(stopsAt(entry, both)).toBe(true);
  expect(stopsAt(unbroken, both)).toBe(false);
});

test('a picture tells the step that broke it, if that came later than where playing began', () => {
  const doc = documentWith({ pauseOnViolation: true });
  expect(stopBetween(0, frame, doc)).toBe(7);
  expect(stopBetween(7, frame, doc)).toBeNull();
  expect(stopBetween(0, frame, documentWith({}))).toBeNull();
});
