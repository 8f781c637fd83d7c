import { expect, test } from 'vitest';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import { meanValues } from './meanValues';

const lifecycle: Lifecycle = {
  states: ['idle', 'busy', 'retry', 'lost'],
  initial: 'idle',
  accepting: ['idle'],
  transitions: {
    idle: { start: 'busy' },
    busy: { finish: 'idle', fail: 'retry', lose: 'lost' },
    retry: { again: 'busy' },
    lost: {},
  },
};
const key = (from: string, letter: string) => `${from}\u0000${letter}`;
const report = (more: Record<string, number>, current = 'idle') => ({
  lifecycle: current,
  last: null,
  residenceUs: { idle: 400, busy: 300, retry: 100, lost: 0 },
  taken: {
    [key('idle', 'start')]: 3,
    [key('busy', 'finish')]: 3,
    [key('busy', 'fail')]: 1,
    [key('retry', 'again')]: 1,
    ...more,
  },
});

test('stays, what comes next, and the time to an accepting state', () => {
  const [idle, busy, retry, lost] = meanValues(lifecycle, report({}));
  expect(idle).toMatchObject({ stayUs: 100, toAcceptingUs: 0, next: [{ state: 'busy', probability: 1 }] });
  expect(busy?.stayUs).toBe(75);
  expect(busy?.next).toEqual([
    { state: 'idle', probability: 0.75 },
    { state: 'retry', probability: 0.25 },
  ]);
  // h = 75 + (100 + h) / 4, and 100 more from the retry.
  expect(busy?.toAcceptingUs).toBeCloseTo(100 / 0.75, 9);
  expect(retry?.toAcceptingUs).toBeCloseTo(100 + 100 / 0.75, 9);
  expect(lost).toEqual({ state: 'lost', stayUs: null, next: [], toAcceptingUs: null });
});

test('where an accepting state is not reached, or not surely, there is no mean time to one', () => {
  const found = meanValues(lifecycle, report({ [key('busy', 'lose')]: 1 }, 'lost'));
  expect(found.map(({ toAcceptingUs }) => toAcceptingUs)).toEqual([0, null, null, null]);
  expect(found[3]?.stayUs).toBe(0);
});
