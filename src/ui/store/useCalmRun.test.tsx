// @vitest-environment happy-dom
import { act, Profiler } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { useRun } from './runStore';
import { useCalmRun } from './useCalmRun';

let root: Root;
const rendered = vi.fn();

function Step() {
  return useCalmRun((state) => state.playhead.step);
}

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
});
beforeEach(() => {
  vi.useFakeTimers();
  useRun.setState({ playhead: { step: 1, timeUs: 1 }, isPlaying: false });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() =>
    root.render(
      <Profiler id="step" onRender={rendered}>
        <Step />
      </Profiler>,
    ),
  );
  rendered.mockClear();
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

const go = (step: number, isPlaying: boolean, ms = 16) =>
  act(() => {
    useRun.setState({ playhead: { step, timeUs: step }, isPlaying });
    vi.advanceTimersByTime(ms);
  });
const shown = () => document.body.textContent;

test('a second of playing is shown a few times, and its end at once', () => {
  for (let step = 2; step < 62; step += 1) go(step, true);
  expect(rendered.mock.calls.length).toBeGreaterThan(2);
  expect(rendered.mock.calls.length).toBeLessThan(8);
  go(62, false, 0);
  expect(shown()).toBe('62');
});

test('at rest every step is shown at once', () => {
  go(5, false, 0);
  expect(shown()).toBe('5');
});
