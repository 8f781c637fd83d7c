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
/** Small panels over the page, which leave keys with Ctrl to it, are layers of their own. */
const anyLayer = `${layer}, dialog[open]`;

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

/** Whether something lies over the page and takes what is typed. */
export const hasLayer = (page: Document): boolean => page.querySelector(anyLayer) !== null;

/** Whether what has the focus lies in such a layer. */
export const isFocusInLayer = ({ activeElement }: Document): boolean =>
  activeElement !== null && activeElement.closest(anyLayer) !== null;
