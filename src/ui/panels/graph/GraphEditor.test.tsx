// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadTexts } from '#ui/i18n/catalogue';
import { useView } from '#ui/store/viewStore';
import { DrawnAutomaton, type Drawn } from './DrawnAutomaton';

// There is no worker here: the same layout, on the thread of the test.
vi.mock(import('./arrangeInWorker'), async () => {
  const { default: ELK } = await import('elkjs/lib/elk.bundled.js');
  const elk = new ELK();
  return { arrangeInWorker: async (graph) => elk.layout(graph) };
});

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
beforeAll(() => loadTexts('en'));

let versions: Drawn[] = [];
let end: () => void = () => undefined;

beforeEach(async () => {
  versions = [];
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  await act(async () => root.render(<DrawnAutomaton onChange={(drawn) => versions.push(drawn)} />));
  end = () => {
    act(() => root.unmount());
    host.remove();
  };
});
afterEach(() => end());

const newest = () => versions.at(-1) ?? { states: [], arrows: [] };
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) =>
    [one.getAttribute('aria-label'), one.textContent].includes(name),
  );

async function click(name: string): Promise<void> {
  await act(async () => button(name)?.click());
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const canvas = find('[role="application"]');
  await act(async () => canvas?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));
}

test('an empty automaton offers its first state, which becomes the initial one', async () => {
  await click('Add the first state');
  expect(newest()).toEqual({ states: [{ id: 's0', label: 'state 1', isInitial: true }], arrows: [] });
});

test('an automaton can be drawn with keys alone', async () => {
  await press('Insert');
  await press('n');
  expect(newest().states.map(({ label }) => label)).toEqual(['state 1', 'state 2']);
  await press('a');
  await press('c');
  await press('ArrowDown');
  await press('Enter');
  expect(newest().arrows).toEqual([{ id: 'a0', from: 's1', to: 's0', lines: ['x'] }]);
  await press('ArrowLeft');
  await press('c');
  await press('Enter');
  expect(newest().arrows[1]).toEqual({ id: 'a1', from: 's1', to: 's1', lines: ['y'] });
  await press('ArrowLeft');
  await press('i');
  expect(newest().states.map(({ isInitial, isAccepting }) => [isInitial, isAccepting])).toEqual([
    [false, undefined],
    [true, true],
  ]);
  await press('Delete');
  expect(newest()).toEqual({ states: [{ id: 's0', label: 'state 1', isInitial: false }], arrows: [] });
});

test('Escape leaves a transition that looks for its target, and nothing was changed', async () => {
  await press('Insert');
  const before = versions.length;
  await press('c');
  await press('Escape');
  await press('ArrowDown');
  expect(versions).toHaveLength(before);
});

test('every gesture is one new value', async () => {
  const counts: number[] = [];
  for (const key of ['Insert', 'Insert', 'a', 'i', 'c', 'ArrowDown', 'Enter', 'Delete', 'Delete']) {
    await press(key);
    counts.push(versions.length);
  }
  expect(counts).toEqual([1, 2, 3, 4, 4, 4, 5, 6, 7]);
});

test('what the letters do can be turned off, and then they are not taken', async () => {
  act(() => useView.setState({ singleKeys: false }));
  await press('n');
  expect(versions).toEqual([]);
  await press('Insert');
  expect(versions).toHaveLength(1);
  act(() => useView.setState({ singleKeys: true }));
});

test('Delete is never passed on to the page, which would delete the node', async () => {
  const onPage = vi.fn<(event: Event) => void>();
  window.addEventListener('keydown', onPage);
  await press('Delete');
  await press('Backspace');
  expect(onPage).not.toHaveBeenCalled();
  window.removeEventListener('keydown', onPage);
});

test('every control has a name', async () => {
  await press('Insert');
  const controls = [...document.querySelectorAll('button, input, select, summary')];
  expect(controls.length).toBeGreaterThan(8);
  const nameless = controls.filter(
    (one) =>
      (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === '' &&
      one.closest('label') === null &&
      document.querySelector(`label[for="${one.id}"]`) === null,
  );
  expect(nameless.map(({ outerHTML }) => outerHTML)).toEqual([]);
});

/** Waits for the drawing to show all states of the newest version. */
async function drawn(): Promise<readonly Element[]> {
  const states = () => [...document.querySelectorAll('[data-state]')];
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(states()).toHaveLength(newest().states.length);
  });
  return states();
}

async function pointer(target: Element | undefined, ...types: readonly string[]): Promise<void> {
  for (const type of types) {
    const event = new PointerEvent(type, { bubbles: true, button: 0, pointerId: 1 });
    await act(async () => target?.dispatchEvent(event));
  }
}

test('a transition can be drawn without dragging: the button, then a tap on its target', async () => {
  await press('Insert');
  await press('Insert');
  const [first] = await drawn();
  await click('Transition');
  await pointer(first, 'pointerdown', 'pointerup');
  expect(newest().arrows).toEqual([{ id: 'a0', from: 's1', to: 's0', lines: ['x'] }]);
});

test('a double-click on a state writes its name in place, and one beside all adds a state', async () => {
  await press('Insert');
  const [first] = await drawn();
  await act(async () => first?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
  const field = document.querySelector<HTMLInputElement>('[role="application"] input');
  expect(field?.value).toBe('state 1');
  await act(async () => field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(document.querySelector('[role="application"] input')).toBeNull();
  const window = find('[role="application"]');
  await act(async () => window?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
  expect(newest().states).toHaveLength(2);
});
