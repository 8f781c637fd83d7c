// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { newDocument } from '#engine/model/newDocument';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { isOurs, keepEarlyKeys, takeEarlyKeys } from './earlyKeys';
import { commands } from './index';
import { parseShortcut } from './shortcuts';
import { startKeyboard } from './startKeyboard';

const key = (name: string, more: KeyboardEventInit = {}, type = 'keydown') =>
  new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true, ...more });

/** Presses a key on whatever has the focus, or on the page. */
function press(name: string, more: KeyboardEventInit = {}, type = 'keydown'): KeyboardEvent {
  const event = key(name, more, type);
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event;
}

const pictures = async (count: number) => {
  for (let index = 0; index < count; index += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
};

beforeEach(() => {
  document.body.innerHTML = '';
  useDocument.getState().open(newDocument('Test'), 'new');
  useView.setState({
    singleKeys: true,
    dialog: null,
    quickAdd: null,
    connectChooser: null,
    contextMenu: null,
  });
  useRun.setState({ isPlaying: false });
});

test('keys that were pressed before the keyboard was there act when it is, in their order', () => {
  keepEarlyKeys(window);
  expect(press('k', { ctrlKey: true }).defaultPrevented).toBe(true);
  press('Escape');
  press(' ');
  press(' ', {}, 'keyup');
  press('?');
  expect(useView.getState().dialog).toBeNull();
  const stop = startKeyboard(window);
  expect(useRun.getState().isPlaying).toBe(true);
  expect(useView.getState().dialog).toBe('help');
  stop();
  // They act once.
  useView.setState({ dialog: null });
  const again = startKeyboard(window);
  expect(useView.getState().dialog).toBeNull();
  again();
});

test('what is typed into a field before the keyboard is there stays text', () => {
  document.body.innerHTML = '<input>';
  document.querySelector('input')?.focus();
  keepEarlyKeys(window);
  expect(press('?').defaultPrevented).toBe(false);
  expect(press('z', { ctrlKey: true }).defaultPrevented).toBe(false);
  const stop = startKeyboard(window);
  expect(useView.getState().dialog).toBeNull();
  stop();
});

test('the browser is kept from acting on every key with Ctrl and every function key of a command, and on no other', () => {
  takeEarlyKeys();
  const strays = commands
    .filter((command) => command.isNative !== true)
    .flatMap(({ shortcuts }) => shortcuts)
    .map((shortcut) => ({ shortcut, ...parseShortcut(shortcut) }))
    .filter(({ ctrl, key: name }) => ctrl || /^F\d/.test(name))
    .filter(({ ctrl, shift, key: name }) => !isOurs(key(name, { ctrlKey: ctrl, shiftKey: shift })));
  expect(strays).toEqual([]);
  const foreign = ['c', 'v', 'x', 'r', 't', 'w', 'n', 'l', 'p', '+', '-', '0', 'Tab'];
  expect(foreign.filter((name) => isOurs(key(name, { ctrlKey: true })))).toEqual([]);
  expect(['F3', 'F5', 'F6', 'F12', 'Tab', 'Enter'].filter((name) => isOurs(key(name)))).toEqual([]);
});

test('what is typed for a search that is still being fetched is typed there once it has the focus', async () => {
  const stop = startKeyboard(window);
  press('/');
  expect(useView.getState().quickAdd).not.toBeNull();
  for (const name of ['n', 'Shift', '?', 'Enter']) press(name);
  await pictures(2);
  // None of them was a command of the page below: N would have added a note.
  expect(useDocument.getState().doc.nodes).toEqual([]);
  expect(useView.getState().dialog).toBeNull();

  document.body.innerHTML = '<dialog open><input role="combobox"></dialog>';
  const field = document.querySelector('input');
  const heard = vi.fn<(key: string) => void>();
  field?.addEventListener('keydown', (event) => heard(event.key));
  field?.focus();
  await pictures(5);
  expect(field?.value).toBe('n?');
  expect(heard.mock.calls.flat()).toEqual(['n', '?', 'Enter']);
  stop();
});

test('what was typed for something that was closed again is forgotten, and keys are commands as before', async () => {
  const stop = startKeyboard(window);
  press('/');
  press('n');
  press('Escape');
  expect(useView.getState().quickAdd).toBeNull();
  await pictures(2);
  expect(useDocument.getState().doc.nodes).toEqual([]);
  press('n');
  expect(useDocument.getState().doc.nodes).toHaveLength(1);
  stop();
});
