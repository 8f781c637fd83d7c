import { expect, test } from 'vitest';
import type { LaneBar, LaneMark, LaneState, LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import { laneIndex } from './laneIndex';

const token = { number: 1, type: 0, subject: '' };
const bar = (node: number, fromUs: number, toUs: number, slot = 0, isHeld = true): LaneBar => ({
  node,
  slot,
  what: 'backingOff',
  token,
  isHeld,
  fromUs,
  toUs,
});
const state = (node: number, fromUs: number, toUs: number): LaneState => ({
  node,
  state: 'down',
  fromUs,
  toUs,
  endUs: toUs,
});

const mark = (node: number, timeUs: number): LaneMark => ({ node, timeUs, step: 1, token, isDead: false });

test('a state is told where a hatched bar of its node lies over it, and only there', () => {
  const states = [state(1, 0, 10), state(1, 10, 20), state(1, 20, 30), state(2, 0, 30), state(3, 0, 30)];
  const tile: LaneWindow = {
    fromUs: 0,
    toUs: 30,
    knownUs: 30,
    bars: [bar(1, 5, 12), bar(1, 6, 8, 1), bar(2, 30, 40), bar(3, 0, 30, 2, false)],
    states,
    marks: [mark(2, 7), mark(1, 9), mark(2, 3)],
    ways: [],
    depths: [],
    sums: null,
  };
  const { told, slots, marked } = laneIndex(tile);
  expect(states.map((one) => told.has(one))).toEqual([true, true, false, false, false]);
  expect([...marked]).toEqual([
    [2, [3, 7]],
    [1, [9]],
  ]);
  expect([...slots]).toEqual([
    [1, 2],
    [2, 1],
    [3, 3],
  ]);
  expect(laneIndex(tile)).toBe(laneIndex(tile));
});
