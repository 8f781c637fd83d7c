import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';
import { commands } from './index';
import { isCharacterKey, isPressOf, isWidgetKey } from './shortcuts';

/** Places in which a key belongs to the text, whatever it would do elsewhere. */
const textField =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], ' +
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"], [type="submit"], [type="color"])';
/** Layers that take all keys until they are closed. */
const layer = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** Parts that do something of their own with Space, Enter, Home, Delete and arrows. */
const widget =
  'button, a[href], summary, input, [role="slider"], [role="tab"], [role="separator"], [role="grid"], [role="row"], ' +
  '[role="option"], [role="treeitem"], [role="radio"], [role="switch"], [role="spinbutton"], [role="log"]';
/** Ctrl with one of these edits text where there is text. */
const textEditing = /^Ctrl\+(Shift\+)?([ACVXYZ]|Delete|Backspace|Home|End|Arrow\w+)$/;

export type KeyPlace = 'text' | 'layer' | 'widget' | 'canvas' | 'page';

/** What kind of place has the keyboard. */
export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(layer) !== null) return 'layer';
  if (target.closest(textField) !== null) return 'text';
  // The canvas answers for itself what it does with arrows, before the event comes here.
  if (isOnCanvas(target) && target.closest('button, a[href]') === null) return 'canvas';
  return target.closest(widget) === null ? 'page' : 'widget';
}

/** Inside the drawing, or on the element around it, which is what has the focus. */
const isOnCanvas = (target: Element): boolean =>
  target.closest('.react-flow') !== null ||
  Array.from(target.children).some((child) => child.classList.contains('react-flow'));

/** Whether a shortcut acts in such a place. */
export function actsIn(shortcut: string, place: KeyPlace, singleKeys: boolean): boolean {
  if (place === 'layer') return false;
  if (isCharacterKey(shortcut) && (place === 'text' || !singleKeys)) return false;
  if (place === 'text')
    return !isWidgetKey(shortcut) && !textEditing.test(shortcut) && !shortcut.includes('Tab');
  if (place === 'widget') return !isWidgetKey(shortcut);
  return shortcut !== 'Tab' || place === 'canvas';
}

/** The command that an event asks for, in the place that has the keyboard. */
export function commandFor(event: KeyboardEvent, place: KeyPlace): Command | null {
  const { singleKeys } = useView.getState();
  const found = commands.find(
    (command) =>
      command.isNative !== true &&
      command.shortcuts.some((one) => isPressOf(one, event) && actsIn(one, place, singleKeys)),
  );
  return found?.isEnabled() === true ? found : null;
}

/**
 * Lets keys act on the page; returns the function that ends it. Escape leaves the innermost thing that is open. Tab
 * adds a node only on a canvas that was entered with the pointer: whoever tabs through the page must get past it.
 * Space acts when it is let go, unless the pointer was pressed meanwhile: then it was held to move the view.
 */
export function startKeyboard(page: Window): () => void {
  const ends = new AbortController();
  let isPointerOnCanvas = false;
  let isSpaceDown = false;
  const perform = (event: KeyboardEvent, place: KeyPlace) => {
    const command = commandFor(event, place);
    if (command === null) return;
    event.preventDefault();
    void command.perform();
  };
  const onPointer = (event: PointerEvent) => {
    isPointerOnCanvas = placeOf(event.target) === 'canvas';
    isSpaceDown = false;
  };
  const onKey = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    // The canvas catches Space for moving the view, which is no reason not to play.
    if (event.key === ' ' && (place === 'canvas' || place === 'page')) {
      isSpaceDown = !event.repeat || isSpaceDown;
      event.preventDefault();
    } else if (event.defaultPrevented || event.isComposing) {
      return;
    } else if (event.key === 'Escape') {
      if (place !== 'layer' && useView.getState().escape()) event.preventDefault();
    } else if (event.key !== 'Tab' || isPointerOnCanvas) {
      perform(event, place);
    }
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !isSpaceDown) return;
    isSpaceDown = false;
    perform(event, placeOf(event.target));
  };
  page.addEventListener('pointerdown', onPointer, { capture: true, signal: ends.signal });
  page.addEventListener('keydown', onKey, { signal: ends.signal });
  page.addEventListener('keyup', onKeyUp, { signal: ends.signal });
  return () => ends.abort();
}
