/** A key press as commands name it. */
export interface Press {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** `KeyboardEvent.key`, letters in lower case, `Space` for the space bar. */
  readonly key: string;
}

/** What a keyboard event says, as far as shortcuts read it. */
export type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Reads `Ctrl+Shift+Z`; a plus sign at the end is the key itself. */
export function parseShortcut(shortcut: string): Press {
  const parts = shortcut.endsWith('+') ? [...shortcut.slice(0, -1).split('+'), '+'] : shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return { ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), key: normal(key) };
}

/** Whether an event is the press that a shortcut names. Ctrl is the Command key as well. */
export function isPressOf(shortcut: string, event: KeyEvent): boolean {
  const press = parseShortcut(shortcut);
  if (press.ctrl !== (event.ctrlKey || event.metaKey) || press.alt !== event.altKey) return false;
  // Where a sign lies on the keyboard, and whether Shift makes it, differs from country to country.
  if (isSign(press.key)) return press.shift ? isShiftOf(press.key, event) : event.key === press.key;
  return press.shift === event.shiftKey && (normal(event.key) === press.key || isDigitOf(press.key, event));
}

/** A letter, digit or sign without Ctrl or Alt: what WCAG 2.1.4 lets people turn off. */
export function isCharacterKey(shortcut: string): boolean {
  const { ctrl, alt, key } = parseShortcut(shortcut);
  return !ctrl && !alt && key.length === 1;
}

/** Keys that buttons, sliders, tabs and lists need for themselves. */
export function isWidgetKey(shortcut: string): boolean {
  const { ctrl, key } = parseShortcut(shortcut);
  return (
    /^(Space|Tab|Enter|Arrow\w+|Home|End)$/.test(key) || (!ctrl && (key === 'Delete' || key === 'Backspace'))
  );
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** The keys of a shortcut as they stand on the keyboard, one for each cap. */
export function capsOf(shortcut: string, isApple: boolean): readonly string[] {
  const { ctrl, alt, shift, key } = parseShortcut(shortcut);
  return [
    ...(ctrl ? [isApple ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [isApple ? '⌥' : 'Alt'] : []),
    ...(shift ? [isApple ? '⇧' : 'Shift'] : []),
    names[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ];
}

/** The same for `aria-keyshortcuts`. */
export function ariaShortcut(shortcut: string): string {
  const { ctrl, alt, shift, key } = parseShortcut(shortcut);
  const modifiers = [ctrl ? 'Control' : '', alt ? 'Alt' : '', shift ? 'Shift' : ''].filter(
    (one) => one !== '',
  );
  return [...modifiers, key === '+' ? 'Plus' : key].join('+');
}

/** Whether the page runs on an Apple keyboard. */
export const isApple = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const normal = (key: string): string => {
  if (key === ' ') return 'Space';
  return key.length === 1 ? key.toLowerCase() : key;
};

const isSign = (key: string): boolean => key.length === 1 && !/[\p{L}\p{N}]/u.test(key);

/** With Shift another sign comes from the key, so that it is known by its place. */
const isShiftOf = (key: string, { shiftKey, code }: KeyEvent): boolean =>
  shiftKey && code === (key === '.' ? 'Period' : 'Comma');

/** Digits count by their place too: some keyboards make them only with Shift, and some have them twice. */
const isDigitOf = (key: string, event: KeyEvent): boolean =>
  /^\d$/.test(key) && (event.code === `Digit${key}` || event.code === `Numpad${key}`);
