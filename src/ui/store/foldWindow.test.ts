import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TraceWindow } from '#engine/runtime/Trace';
import { entryAt, frameAt, timeOfStep } from '#worker/fakeRun';
import { entryOf, foldWindow, joinWindows, lastStepOf, stepAt, timeOf, trimWindow } from './foldWindow';

const windowOf = (start: number, count: number): TraceWindow => ({
  start: frameAt(start),
  entries: Array.from({ length: count }, (_, index) => entryAt(start + 1 + index)),
});

const seed = 20_260_701;

test('playing a window on gives the very picture that the engine would give', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(60), fc.nat(60), (start, count, offset) => {
      const window = windowOf(start, count);
      const step = start + Math.min(offset, count);
      expect(foldWindow(window, step)).toEqual(frameAt(step));
    }),
    { seed },
  );
});

test('going on from an earlier picture equals going on from the start, back and forth', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 1 }), (steps) => {
      const window = windowOf(0, 40);
      let frame = window.start;
      for (const step of steps) {
        frame = foldWindow(window, step, frame);
        expect(frame).toEqual(frameAt(step));
      }
    }),
    { seed },
  );
});

test('nodes that no entry touched are the same objects, and the touched one is the entry’s', () => {
  const window = windowOf(6, 10);
  const before = foldWindow(window, 8);
  const after = foldWindow(window, 9, before);
  const touched = entryAt(9).node;
  expect(after.nodes.map((node, index) => node === before.nodes[index])).toEqual(
    [0, 1, 2].map((node) => node !== touched),
  );
  expect(after.nodes[touched]).toBe(entryOf(window, 9)?.after);
});

test('steps outside of the window stop at its edges', () => {
  const window = windowOf(10, 5);
  expect(foldWindow(window, 3)).toBe(window.start);
  expect(foldWindow(window, 99)).toEqual(frameAt(15));
  expect(foldWindow(window, 12, frameAt(2))).toEqual(frameAt(12));
});

test('a virtual time names the last step that is not later', () => {
  const window = windowOf(4, 20);
  for (let step = 5; step <= 24; step += 1) {
    expect(timeOf(window, step)).toBe(timeOfStep(step));
    expect(timeOfStep(stepAt(window, timeOfStep(step)))).toBe(timeOfStep(step));
    expect(timeOfStep(stepAt(window, timeOfStep(step)) + 1)).toBeGreaterThan(timeOfStep(step));
  }
  expect(stepAt(window, -1)).toBe(4);
});

test('windows join where they touch or overlap, and stay as they are where they do not', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(20), fc.nat(60), fc.nat(20), (start, count, otherStart, otherCount) => {
      const window = windowOf(start, count);
      const joined = joinWindows(window, windowOf(otherStart, otherCount));
      expect(joined).toEqual(windowOf(joined.start.step, joined.entries.length));
      const doTouch = otherStart <= start + count && otherStart + otherCount >= start;
      expect(joined.start.step).toBe(doTouch ? Math.min(start, otherStart) : start);
      expect(lastStepOf(joined)).toBe(
        doTouch ? Math.max(start + count, otherStart + otherCount) : start + count,
      );
    }),
    { seed },
  );
  expect(joinWindows(windowOf(0, 5), windowOf(5, 3))).toEqual(windowOf(0, 8));
  expect(joinWindows(windowOf(5, 3), windowOf(0, 5))).toEqual(windowOf(0, 8));
});

test('a trimmed window is the window of the steps that are kept', () => {
  expect(trimWindow(windowOf(0, 100), 50, 10, 20)).toEqual(windowOf(40, 30));
  const small = windowOf(0, 10);
  expect(trimWindow(small, 5, 10, 20)).toBe(small);
});
