// @vitest-environment happy-dom
import { act, Profiler } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Frame, NodeFrame } from '#engine/runtime/Trace';
import { useRun } from './runStore';
import { useDrawnRun } from './useDrawnRun';

let root: Root;
const rendered = vi.fn();

function Step() {
  return useDrawnRun((state) => state.playhead.step);
}

/** A picture of twelve nodes, of which so many differ from those of every other picture. */
function frameAt(step: number, changed: number): Frame {
  const nodes = Array.from({ length: 12 }, (_, index) => (index < changed ? ({ step } as never) : still));
  return { step, timeUs: step, nodes, flights: [], facts: {}, failing: [] };
}
const still = {} as NodeFrame; // Only its identity is looked at.

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
});
beforeEach(() => {
  vi.useFakeTimers();
  useRun.setState({ playhead: { step: 0, timeUs: 0 }, isPlaying: false, frame: frameAt(0, 0) });
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

function play(pictures: number, changed: number): void {
  for (let step = 1; step <= pictures; step += 1) {
    act(() => {
      useRun.setState({ playhead: { step, timeUs: step }, isPlaying: true, frame: frameAt(step, changed) });
      vi.advanceTimersByTime(16);
    });
  }
}

test('of a flow in which little happens, every picture is drawn', () => {
  play(60, 1);
  expect(rendered).toHaveBeenCalledTimes(60);
});

test('a busy flow is drawn some fifteen times a second, and where it comes to rest at once', () => {
  play(60, 12);
  expect(rendered.mock.calls.length).toBeGreaterThan(10);
  expect(rendered.mock.calls.length).toBeLessThan(20);
  act(() => useRun.setState({ isPlaying: false }));
  expect(document.body.textContent).toBe('60');
});
