import { expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { kindById } from '#kinds/index';
import { testNode, testWire } from './testFlow';
import { wireLook } from '#ui/store/wireLook';

const look = (
  from: [kind: string, settings?: Settings],
  to: [kind: string, settings?: Settings],
  port = 'out',
) => {
  const nodes = new Map([
    ['a', testNode(from[0], 'a', 0, 0, from[1])],
    ['b', testNode(to[0], 'b', 0, 0, to[1])],
  ]);
  return wireLook(nodes, kindById, testWire('w', `a.${port}`, 'b.in'));
};

const sync: Settings = { delivery: 'sync' };

test('an event to an asynchronous bus is asynchronous, whatever its sender does', () => {
  expect(look(['publisher', { call: 'wait' }], ['bus'])).toBe('async');
  expect(look(['publisher', { call: 'fireAndForget' }], ['bus'])).toBe('async');
});

test('an event to a synchronous bus is a call when its sender waits', () => {
  expect(look(['publisher', { call: 'wait' }], ['bus', sync])).toBe('call');
  expect(look(['publisher', { call: 'fireAndForget' }], ['bus', sync])).toBe('async');
  expect(look(['handler', { emitCall: 'wait' }], ['bus', sync])).toBe('call');
  expect(look(['handler', { emitCall: 'fireAndForget' }], ['bus', sync])).toBe('async');
});

test('a delivery is a call from a synchronous bus, and from a dispatcher loop that its handler holds', () => {
  expect(look(['bus'], ['handler'])).toBe('async');
  expect(look(['bus', sync], ['handler'])).toBe('call');
  expect(look(['bus', { dispatch: 'loop' }], ['handler', { mode: 'sync' }])).toBe('call');
  expect(look(['bus', { dispatch: 'loop' }], ['handler', { mode: 'async' }])).toBe('async');
});

test('a handler waits for its store', () => {
  expect(look(['handler'], ['store'], 'store')).toBe('call');
});

test('what leaves a dead-letter port is drawn as dead', () => {
  expect(look(['handler'], ['bus'], 'deadLetter')).toBe('dead');
  expect(look(['bus'], ['bus'], 'deadLetter')).toBe('dead');
});

test('a wire from nowhere is drawn without a claim', () => {
  expect(wireLook(new Map(), kindById, testWire('w', 'a.out', 'b.in'))).toBe('async');
});
