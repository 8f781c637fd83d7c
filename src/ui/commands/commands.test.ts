// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { hasText, loadTexts, textOf } from '#ui/i18n/catalogue';
import { newDocument } from '#engine/model/newDocument';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { commandGroups } from './Command';
import { commands } from './index';
import { placeOf } from './keyPlace';
import { placeNode } from './placeNode';
import { ariaShortcut, capsOf, isCharacterKey, isPressOf, parseShortcut, type KeyEvent } from './shortcuts';
import { actsIn, commandFor, startKeyboard } from './startKeyboard';

const press = (key: string, more: Partial<KeyEvent> = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });

beforeEach(() => {
  document.body.innerHTML = '';
  useDocument.getState().open(newDocument('Test'), 'new');
  useView.setState({ singleKeys: true, dialog: null, quickAdd: null, canvasApi: null });
  useView.getState().clearSelection();
});

describe('every command', () => {
  test('has an id of its own', () => {
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
  });

  test('has shortcuts that no other command has', () => {
    const all = commands.flatMap((command) => command.shortcuts);
    expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
  });

  test.each(['en', 'zh-Hans'] as const)('has a label of its own in %s', async (language) => {
    await loadTexts(language);
    const labels = commands.map((command) => textOf(language, command.label));
    expect(labels.filter((label) => label === '' || label.startsWith('editor.'))).toEqual([]);
    expect(new Set(labels).size).toBe(commands.length);
  });

  test('can be reached without dragging and without a key: its chapter is shown by the command palette', () => {
    for (const command of commands) {
      expect(commandGroups).toContain(command.group);
      expect(hasText(`editor.group.${command.group}`)).toBe(true);
    }
  });

  test('has shortcuts that the keyboard can press, and that are shown as caps', () => {
    const shortcuts = commands.flatMap((command) => command.shortcuts);
    const isPressable = (shortcut: string) => {
      const { ctrl, alt, shift, key } = parseShortcut(shortcut);
      const code = { '.': 'Period', ',': 'Comma' }[key] ?? '';
      const held = { ctrlKey: ctrl, altKey: alt, shiftKey: shift };
      const event = press(key === 'Space' ? ' ' : key, { ...held, code });
      return isPressOf(shortcut, event);
    };
    expect(shortcuts.filter((shortcut) => !isPressable(shortcut))).toEqual([]);
    expect(shortcuts.filter((shortcut) => capsOf(shortcut, false).includes(''))).toEqual([]);
    expect(shortcuts.map(ariaShortcut).filter((aria) => /Ctrl|\+\+/.test(aria))).toEqual([]);
  });

  test('says whether it is possible, in an empty flow and with everything selected', () => {
    expect(commands.filter((command) => typeof command.isEnabled() !== 'boolean')).toEqual([]);
    placeNode({ kind: 'publisher', preset: 'plain' });
    placeNode({ kind: 'handler', preset: 'plain' });
    useView.getState().select({ nodes: useDocument.getState().doc.nodes.map((node) => node.id) });
    expect(commands.filter((command) => typeof command.isEnabled() !== 'boolean')).toEqual([]);
  });
});

describe('a shortcut', () => {
  test('with a sign is the same whether or not the keyboard needs Shift for it', () => {
    expect(isPressOf('?', press('?', { shiftKey: true }))).toBe(true);
    expect(isPressOf('?', press('?'))).toBe(true);
    expect(isPressOf('+', press('+', { shiftKey: true }))).toBe(true);
  });

  test('with a letter asks for exactly its modifiers', () => {
    expect(isPressOf('P', press('p'))).toBe(true);
    expect(isPressOf('P', press('P', { shiftKey: true }))).toBe(false);
    expect(isPressOf('Ctrl+Z', press('z', { metaKey: true }))).toBe(true);
    expect(isPressOf('Ctrl+Z', press('z', { ctrlKey: true, shiftKey: true }))).toBe(false);
  });

  test('with a digit also finds it on keyboards that make digits with Shift, and on the number pad', () => {
    expect(isPressOf('1', press('&', { code: 'Digit1' }))).toBe(true);
    expect(isPressOf('1', press('1', { code: 'Numpad1' }))).toBe(true);
  });
});

describe('the keyboard', () => {
  const places = ['text', 'layer', 'widget', 'canvas', 'page'] as const;

  test('never takes a single key from a text field, and from nothing once they are turned off', () => {
    const characters = commands.flatMap((command) => command.shortcuts).filter(isCharacterKey);
    expect(characters.filter((shortcut) => actsIn(shortcut, 'text', true))).toEqual([]);
    for (const place of places) {
      expect(characters.filter((shortcut) => actsIn(shortcut, place, false))).toEqual([]);
    }
  });

  test('takes F keys and Ctrl keys that edit no text everywhere but in dialogs', () => {
    for (const shortcut of ['F2', 'F8', 'Ctrl+K', 'Ctrl+S']) {
      expect(places.filter((place) => !actsIn(shortcut, place, false))).toEqual(['layer']);
    }
    expect(actsIn('Ctrl+Z', 'text', true)).toBe(false);
  });

  test('leaves Space and arrows to buttons and sliders', () => {
    document.body.innerHTML = '<button>Go</button><div class="react-flow"><div id="in"></div></div><input>';
    expect(placeOf(document.querySelector('button'))).toBe('widget');
    expect(placeOf(document.querySelector('#in'))).toBe('canvas');
    expect(placeOf(document.querySelector('input'))).toBe('text');
    expect(commandFor(press(' '), 'widget')).toBeNull();
    expect(commandFor(press(' '), 'page')?.id).toBe('togglePlay');
  });

  test('lets Tab add a node only on a canvas that the pointer entered', () => {
    document.body.innerHTML = '<div id="frame" tabindex="0"><div class="react-flow"></div></div>';
    const canvas = document.querySelector('#frame');
    const stop = startKeyboard(window);
    canvas?.dispatchEvent(press('Tab'));
    expect(useView.getState().quickAdd).toBeNull();
    document.querySelector('.react-flow')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    canvas?.dispatchEvent(press('Tab'));
    expect(useView.getState().quickAdd).toEqual({ x: 0, y: 0 });
    stop();
  });

  test('opens the help with ?, and Escape leaves one thing after the other', () => {
    const stop = startKeyboard(window);
    placeNode({ kind: 'note', preset: 'plain' });
    document.body.dispatchEvent(press('?'));
    expect(useView.getState().dialog).toBe('help');
    document.body.dispatchEvent(press('Escape'));
    expect(useView.getState()).toMatchObject({ dialog: null, selection: { nodes: ['note-1'] } });
    document.body.dispatchEvent(press('Escape'));
    expect(useView.getState().selection.nodes).toEqual([]);
    stop();
  });

  test('plays when Space is let go, but not when it was held to move the view', () => {
    document.body.innerHTML = '<div id="frame" tabindex="0"><div class="react-flow"></div></div>';
    const canvas = document.querySelector('#frame');
    const up = () => new KeyboardEvent('keyup', { key: ' ', bubbles: true });
    const stop = startKeyboard(window);
    useRun.setState({ isPlaying: false });
    canvas?.dispatchEvent(press(' '));
    canvas?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    canvas?.dispatchEvent(up());
    expect(useRun.getState().isPlaying).toBe(false);
    canvas?.dispatchEvent(press(' '));
    canvas?.dispatchEvent(up());
    expect(useRun.getState().isPlaying).toBe(true);
    useRun.setState({ isPlaying: false });
    stop();
  });
});
