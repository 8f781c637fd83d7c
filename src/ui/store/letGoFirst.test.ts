import { expect, test } from 'vitest';
import { waitOf } from '#engine/model/waits';
import type { NodeFrame } from '#engine/runtime/Trace';
import { hasMoreInLine, turnIn, turnOf } from './letGoFirst';

const token = (number: number) => ({ number, type: 0, subject: '' });
const queue = (numbers: readonly number[], waitingCount: number, delayedCount = 0) => ({
  group: 'g',
  wires: [0],
  waiting: numbers.map(token),
  waitingCount,
  delayedCount,
});

/** What is shown of a bus with one queue. */
function shownWith(own: ReturnType<typeof queue>) {
  const doc = { nodes: [{ id: 'orders', kind: 'bus', name: '', x: 0, y: 0, settings: {} }] };
  const node: NodeFrame = {
    lifecycle: 'queued',
    sinceUs: 0,
    last: null,
    view: { queues: [own] },
    times: { response: null, wait: null },
    p95Us: null,
    ratePerSecond: 0,
  };
  return { doc, frame: { nodes: [node] } };
}

test('what a frame lists is known from it, without what is delayed', () => {
  const shown = shownWith(queue([4, 5, 6], 3, 1));
  expect(turnOf({ node: 'orders', event: 5, queue: '' }, shown)).toEqual({ token: token(5), isNext: false });
  expect(turnOf({ node: 'orders', event: 6, queue: '' }, shown)).toBeNull();
  expect(hasMoreInLine('orders', shown)).toBe(false);
  expect(hasMoreInLine('orders', shownWith(queue([4, 5], 8)))).toBe(true);
  expect(hasMoreInLine('elsewhere', shown)).toBe(false);
});

test('of what stands further back the reasons of the run tell whether it may go', () => {
  const report = (code: 'inLine' | 'delayedUntil' | 'atTheDoor' | 'inInbox', count: number) => {
    const wait = { ...waitOf(code, { count }), event: token(9), node: 0 };
    return { links: [wait], isDeadlock: false };
  };
  expect(turnIn(report('inLine', 40), 9)).toEqual({ token: token(9), isNext: false });
  expect(turnIn(report('inInbox', 1), 9)).toEqual({ token: token(9), isNext: true });
  expect(turnIn(report('delayedUntil', 40), 9)).toBeNull();
  expect(turnIn(report('atTheDoor', 40), 9)).toBeNull();
  expect(turnIn(report('inLine', 40), 8)).toBeNull();
  expect(turnIn({ links: [], isDeadlock: false }, 9)).toBeNull();
});
