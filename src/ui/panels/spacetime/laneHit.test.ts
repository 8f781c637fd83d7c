import { expect, test } from 'vitest';
import type { LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import { laneHit } from './laneHit';
import { laneHeight } from './LaneLook';

const token = { number: 7, type: 0, subject: '' };
const tile: LaneWindow = {
  fromUs: 0,
  toUs: 1000,
  knownUs: 1000,
  bars: [
    { node: 4, slot: 0, what: 'working', token, isHeld: false, fromUs: 200, toUs: 400 },
    {
      node: 4,
      slot: 1,
      what: 'working',
      token: { ...token, number: 8 },
      isHeld: false,
      fromUs: 200,
      toUs: 400,
    },
  ],
  states: [{ node: 5, state: 'down', fromUs: 500, toUs: 800, endUs: 800 }],
  marks: [{ node: 5, timeUs: 100, step: 3, token, isDead: false }],
  ways: [{ from: 5, to: 4, token, departUs: 850, arriveUs: 950, isDeadLetter: false }],
  depths: [{ node: 5, points: [0, 0, 300, 4, 400, 0] }],
  sums: null,
};
const look = {
  view: { fromUs: 0, spanUs: 1000 },
  width: 1000,
  laneOf: new Map([
    [5, 0],
    [4, 1],
  ]),
  isResting: (_: number, state: string) => state === 'idle',
};
const at = (x: number, lane: number, share = 0.5) => laneHit(tile, look, x, (lane + share) * laneHeight);

test('small things are hit before large ones, each in its own lane', () => {
  expect(at(104, 0)).toMatchObject({ on: 'mark', mark: { step: 3 } });
  expect(at(104, 1)).toBeNull();
  expect(at(600, 0)).toMatchObject({ on: 'state', state: { state: 'down' } });
  expect(at(350, 0)).toEqual({ on: 'depth', node: 5, count: 4 });
  expect(at(450, 0)).toBeNull();
});

test('of bars side by side, the one at that height', () => {
  expect(at(300, 1, 0.3)).toMatchObject({ on: 'bar', bar: { token: { number: 7 } } });
  expect(at(300, 1, 0.7)).toMatchObject({ on: 'bar', bar: { token: { number: 8 } } });
});

test('a slanted line is hit along its whole way, between the lanes too', () => {
  expect(laneHit(tile, look, 900, laneHeight)).toMatchObject({ on: 'way' });
  expect(laneHit(tile, look, 900, laneHeight + 9)).toBeNull();
});

test('where things are summed up, the column is hit', () => {
  const none = { busy: [0, 1], held: [0, 0], depth: [0, 0] };
  const summed = { ...tile, sums: [none, none, none, none, none, none] };
  expect(laneHit(summed, look, 700, 5)).toEqual({ on: 'sum', node: 5, column: 1 });
});
