import { useView } from '#ui/store/viewStore';
import { hasLayer, isFocusInLayer } from './keyPlace';

/** What has not come after so long will not come, or is none that takes keys. */
const longestMs = 5_000;
const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph']);

/**
 * Keys that are typed for a dialog, a search or a menu which is open but still being fetched. Without this they
 * would be commands of the page below. They are typed there, in their order, once it has the focus.
 */
export class LayerKeys {
  readonly #page: Window;
  readonly #held: string[] = [];
  #until = 0;
  #isTyping = false;

  constructor(page: Window) {
    this.#page = page;
  }

  /** Keeps the key if it is meant for what is still to come; tells whether it did. */
  keep(event: KeyboardEvent): boolean {
    if (this.#isTyping) return false;
    if (this.#held.length === 0 && !isComing(this.#page.document)) return false;
    if (event.ctrlKey || event.metaKey || event.altKey || modifiers.has(event.key)) return false;
    event.preventDefault();
    event.stopPropagation();
    if (this.#held.push(event.key) > 1) return true;
    this.#until = this.#page.performance.now() + longestMs;
    this.#wait();
    return true;
  }

  #wait(): void {
    this.#page.requestAnimationFrame(() => this.#look());
  }

  /** One key a picture: what the one before it changed is drawn by then. */
  #look(): void {
    const { document, performance } = this.#page;
    if (isFocusInLayer(document)) this.#type(document.activeElement, this.#held.shift() ?? '');
    else if (!isOpen() || performance.now() > this.#until) this.#held.length = 0;
    if (this.#held.length > 0) this.#wait();
  }

  #type(target: Element | null, key: string): void {
    this.#isTyping = true;
    type(target, key);
    this.#isTyping = false;
  }
}

const isComing = (page: Document): boolean => isOpen() && !hasLayer(page);

function isOpen(): boolean {
  const { dialog, quickAdd, connectChooser, contextMenu } = useView.getState();
  return [dialog, quickAdd, connectChooser, contextMenu].some((one) => one !== null);
}

/** Does what pressing the key does there, as far as a page may. */
function type(target: Element | null, key: string): void {
  const isFree = target?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
  if (isFree !== true || key.length !== 1 || !(target instanceof HTMLInputElement)) return;
  const { selectionStart, selectionEnd, value } = target;
  target.setRangeText(key, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  target.dispatchEvent(new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true }));
}
