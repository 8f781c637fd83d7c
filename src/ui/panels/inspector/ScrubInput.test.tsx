// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadTexts } from '#ui/i18n/catalogue';
import { ScrubInput } from './ScrubInput';

let root: Root;
beforeAll(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await loadTexts('en');
});
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => act(() => root.unmount()));

const changes: number[] = [];
const show = (id: string) =>
  act(() =>
    root.render(
      <ScrubInput
        id={id}
        label="Workers"
        value={3}
        min={1}
        max={9}
        stepOf={() => 1}
        format={String}
        read={(text) => (Number(text) <= 9 ? { value: Number(text) } : { problem: 'At most 9.' })}
        onChange={(value) => changes.push(value)}
        onEnd={() => undefined}
      />,
    ),
  );
const input = () => {
  const found = document.querySelector('input');
  if (found === null) throw new Error('There is no input.');
  return found;
};
const type = (text: string) =>
  act(() => {
    // React listens to what the browser itself sets.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
    input().dispatchEvent(new Event('input', { bubbles: true }));
    input().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });

test('a refused value stays to be seen with the reason and what holds instead, until it is mended', () => {
  show('a');
  type('12');
  expect(input().value).toBe('12');
  expect(document.body.textContent).toContain('At most 9. It stays 3.');
  expect(changes).toEqual([]);
  type('7');
  expect(changes).toEqual([7]);
  expect(document.querySelector('[role=alert]')).toBeNull();
});

test('what was refused in one field is not taken along to another', () => {
  show('a');
  type('12');
  show('b');
  expect(input().value).toBe('3');
  expect(document.querySelector('[role=alert]')).toBeNull();
});
