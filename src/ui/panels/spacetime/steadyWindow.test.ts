import { expect, test } from 'vitest';
import { useRun } from '#ui/store/runStore';
import { entryAt, frameAt, timeOfStep } from '#worker/fakeRun';
import { steadyWindow } from './steadyWindow';

const windowOf = (start: number, count: number) => ({
  start: frameAt(start),
  entries: Array.from({ length: count }, (_, index) => entryAt(start + 1 + index)),
});
const dataOf = (start: number, count: number, generation = 1) => ({
  ...useRun.getState(),
  generation,
  window: windowOf(start, count),
});

const view = { fromUs: 0, spanUs: timeOfStep(201) };

test('a window that shows hardly more of the view is not worth a new drawing', () => {
  const select = steadyWindow(view);
  const first = select(dataOf(0, 100));
  expect(select(dataOf(0, 106))).toBe(first);
  expect(select(dataOf(0, 130))?.entries).toHaveLength(130);
});

test('the last bit of the view is never left out, and what lies beyond it does not matter', () => {
  const select = steadyWindow(view);
  select(dataOf(0, 196));
  const full = select(dataOf(0, 204));
  expect(full?.entries).toHaveLength(204);
  expect(select(dataOf(0, 900))).toBe(full);
});

test('another run is always shown', () => {
  const select = steadyWindow(view);
  select(dataOf(0, 300));
  const other = dataOf(0, 300, 2);
  expect(select(other)).toBe(other.window);
});
