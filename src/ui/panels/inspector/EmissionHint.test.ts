import { expect, test } from 'vitest';
import type { FlowDoc, Wire } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import { failurePortFor } from './EmissionHint';

const wireFrom = (port: string): Wire => ({
  id: 'w',
  from: { node: 'a', port },
  to: { node: 'b', port: 'in' },
  settings: {},
});

const flow = (purpose: string): FlowDoc => ({
  ...newDocument('Flow'),
  nodes: [
    { id: 'a', kind: 'handler', name: 'A', x: 0, y: 0, settings: {} },
    { id: 'b', kind: 'bus', name: 'B', x: 400, y: 0, settings: { purpose } },
  ],
});

test('what a handler emits into a dead-letter box is offered the port for failures', () => {
  expect(failurePortFor(flow('deadLetters'), wireFrom('out'))).toEqual({ node: 'a', port: 'deadLetter' });
});

test('failures in a dead-letter box, and events on an ordinary bus, are where they belong', () => {
  expect(failurePortFor(flow('deadLetters'), wireFrom('deadLetter'))).toBeNull();
  expect(failurePortFor(flow('events'), wireFrom('out'))).toBeNull();
});
