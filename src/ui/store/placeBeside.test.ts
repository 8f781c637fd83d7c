import { expect, test } from 'vitest';
import type { PlayableEntry } from '#engine/runtime/Trace';
import { placeBeside } from './placeBeside';

/** Five steps: one at 1 s, three at 2 s, one at 3 s. */
const entries = [1, 2, 2, 2, 3].map((seconds, index) => ({ step: index + 1, timeUs: seconds * 1e6 }));
const window = {
  start: { step: 0, timeUs: 0, nodes: [], flights: [], facts: {}, failing: [] },
  // Nothing but their times is looked at.
  entries: entries as unknown as readonly PlayableEntry[],
};
const at = (step: number, seconds: number, isPlaying = false) => ({
  playhead: { step, timeUs: seconds * 1e6 },
  window,
  isPlaying,
});

test('as long as both runs are the same the compared one stands at the same step', () => {
  expect(placeBeside(at(3, 2), 3)).toEqual({ place: { step: 3 }, insteadAt: null });
});

test('past it, it stands at the same time', () => {
  expect(placeBeside(at(1, 1), 0)).toEqual({ place: { timeUs: 1e6 }, insteadAt: null });
  expect(placeBeside(at(1, 1.5), 0)).toEqual({ place: { timeUs: 1.5e6 }, insteadAt: null });
  expect(placeBeside(at(5, 3), 0)).toEqual({ place: { timeUs: 3e6 }, insteadAt: null });
});

test('in the midst of the steps of one time it stands at the same step, if that is of this time, and behind all of them else', () => {
  for (const step of [2, 3]) {
    const insteadAt = { step, timeUs: 2e6 };
    expect(placeBeside(at(step, 2), 1)).toEqual({ place: { timeUs: 2e6 }, insteadAt });
  }
  expect(placeBeside(at(4, 2), 1)).toEqual({ place: { timeUs: 2e6 }, insteadAt: null });
});

test('while it plays only time counts', () => {
  expect(placeBeside(at(2, 2, true), 5)).toEqual({ place: { timeUs: 2e6 }, insteadAt: null });
});
