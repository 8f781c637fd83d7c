// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadTexts } from '#ui/i18n/catalogue';
import { useRun } from '#ui/store/runStore';
import { Narrator } from './Narrator';

let root: Root;
beforeAll(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await loadTexts('en');
});
beforeEach(() => {
  vi.useFakeTimers();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() => root.render(<Narrator />));
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

const go = (step: number, isPlaying: boolean, ms: number) =>
  act(() => {
    useRun.setState({ playhead: { step, timeUs: step * 1000 }, isPlaying });
    vi.advanceTimersByTime(ms);
  });
const told = () => document.querySelector('[data-testid="narration"]')?.textContent;

test('what was told at rest is taken back when the run goes on too fast to be told', () => {
  go(3, false, 1000);
  go(0, false, 1000);
  expect(told()).toBe('At the start, before the first step');
  for (let step = 1; step < 30; step += 1) go(step, true, 16);
  expect(told()).toBe('');
});
