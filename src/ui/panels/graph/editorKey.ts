/** What a key asks for in an editor. */
export type EditorAction =
  | 'undo'
  | 'redo'
  | 'addState'
  | 'addArrow'
  | 'rename'
  | 'remove'
  | 'initial'
  | 'accepting'
  | 'nextTarget'
  | 'previousTarget'
  | 'draw'
  | 'cancel';

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const keys: Readonly<Record<string, EditorAction>> = {
  Insert: 'addState',
  F2: 'rename',
  Enter: 'rename',
  Delete: 'remove',
  Backspace: 'remove',
};

/** Single letters, which people can turn off. */
const letters: Readonly<Record<string, EditorAction>> = {
  n: 'addState',
  c: 'addArrow',
  i: 'initial',
  a: 'accepting',
};

/** While a transition looks for its target. */
const whileDrawing: Readonly<Record<string, EditorAction>> = {
  ArrowDown: 'nextTarget',
  ArrowRight: 'nextTarget',
  ArrowUp: 'previousTarget',
  ArrowLeft: 'previousTarget',
  Enter: 'draw',
  Escape: 'cancel',
};

/** The action of a key press, or null when it is not for the editor. */
export function editorKey(press: Press, singleKeys: boolean, isDrawing: boolean): EditorAction | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
    return key.toLowerCase() === 'y' ? 'redo' : null;
  }
  if (isDrawing) return whileDrawing[key] ?? null;
  return keys[key] ?? (singleKeys && !shiftKey ? (letters[key] ?? null) : null);
}
