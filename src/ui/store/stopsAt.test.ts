import { expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { newDocument } from '#engine/model/newDocument';
import type { Frame, TraceEntry } from '#engine/runtime/Trace';
import { stopBetween, stopsAt } from './stopsAt';

const documentWith = (settings: Settings) => ({
  ...newDocument('x'),
  nodes: [{ id: 'orders', kind: 'bus', name: 'orders', x: 0, y: 0, settings: {} }],
  protocols: [{ id: 'p', name: 'Rule', settings: { bus: 'orders', mode: 'monitor', ...settings } }],
});
const entry: TraceEntry = {
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
};
const frame: Frame = {
  step: 20,
  timeUs: 9,
  flights: [],
  facts: { 'protocol-violated': 1 },
  failing: [],
  nodes: [
    {
      lifecycle: 'idle',
      sinceUs: 0,
      last: null,
      view: { monitors: [{ id: 'p', first: { step: 7 } }] },
      times: { response: null, wait: null },
      p95Us: null,
      ratePerSecond: 0,
    },
  ],
};

test.each([
  [{ pauseOnViolation: true }, true],
  [{ pauseOnViolation: false }, false],
  [{ pauseOnViolation: true, bus: 'other' }, false],
  [{ pauseOnViolation: true, mode: 'reject' }, false],
])('a step that breaks a protocol with %j stops: %s', (settings, isStop) => {
  expect(stopsAt(entry, documentWith(settings))).toBe(isStop);
  expect(stopsAt({ ...entry, facts: [] }, documentWith(settings))).toBe(false);
});

test('a picture tells the step that broke it, if that came later than where playing began', () => {
  const doc = documentWith({ pauseOnViolation: true });
  expect(stopBetween(0, frame, doc)).toBe(7);
  expect(stopBetween(7, frame, doc)).toBeNull();
  expect(stopBetween(0, frame, documentWith({}))).toBeNull();
});
