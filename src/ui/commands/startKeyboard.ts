import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';
import { takeEarlyKeys } from './earlyKeys';
import { commands } from './index';
import { placeOf, type KeyPlace } from './keyPlace';
import { LayerKeys } from './LayerKeys';
import { isCharacterKey, isPressOf, isWidgetKey } from './shortcuts';

/** Ctrl with one of these edits text where there is text. */
const textEditing = /^Ctrl\+(Shift\+)?([ACVXYZ]|Delete|Backspace|Home|End|Arrow\w+)$/;

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
 * Space acts when it is let go, unless the pointer was pressed meanwhile: then it was held to move the view. What was
 * pressed before it began acts now.
 */
export function startKeyboard(page: Window): () => void {
  const ends = new AbortController();
  let isPointerOnCanvas = false;
  let isSpaceDown = false;
  const layerKeys = new LayerKeys(page);
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
    if (event.key !== 'Escape' && !event.isComposing && layerKeys.keep(event)) return;
    press(event, event.defaultPrevented || event.isComposing);
  };
  const press = (event: KeyboardEvent, isTaken: boolean) => {
    const place = placeOf(event.target);
    // The canvas catches Space for moving the view, which is no reason not to play.
    if (event.key === ' ' && (place === 'canvas' || place === 'page')) {
      isSpaceDown = !event.repeat || isSpaceDown;
      event.preventDefault();
    } else if (isTaken) {
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
  for (const event of takeEarlyKeys()) {
    if (event.type === 'keyup') onKeyUp(event);
    else if (event.key === 'Escape' || !layerKeys.keep(event)) press(event, false);
  }
  page.addEventListener('pointerdown', onPointer, { capture: true, signal: ends.signal });
  page.addEventListener('keydown', onKey, { signal: ends.signal });
  page.addEventListener('keyup', onKeyUp, { signal: ends.signal });
  return () => ends.abort();
}
