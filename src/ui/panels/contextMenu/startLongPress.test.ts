// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startLongPress } from './startLongPress';

let menus: number;
let stop: () => void;
const touch = (type: string, x = 10) =>
  document.querySelector('#pane')?.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      pointerType: 'touch',
      isPrimary: true,
      pointerId: 1,
      clientX: x,
      clientY: 10,
    }),
  );

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div class="react-flow"><div id="pane"></div></div>';
  menus = 0;
  document.querySelector('#pane')?.addEventListener('contextmenu', () => {
    menus += 1;
  });
  stop = startLongPress(window);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('a finger that rests opens one context menu', () => {
  touch('pointerdown');
  touch('pointermove', 14);
  vi.advanceTimersByTime(2_000);
  expect(menus).toBe(1);
});

test('a finger that moves on or is lifted opens none', () => {
  touch('pointerdown');
  touch('pointermove', 40);
  vi.advanceTimersByTime(2_000);
  touch('pointerdown');
  touch('pointerup');
  vi.advanceTimersByTime(2_000);
  expect(menus).toBe(0);
});

test('a browser that opens its menu by itself gets no second one', () => {
  touch('pointerdown');
  vi.advanceTimersByTime(500);
  document.querySelector('#pane')?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
  vi.advanceTimersByTime(2_000);
  expect(menus).toBe(1);
});
