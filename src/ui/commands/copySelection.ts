import { textOfSelection } from './clipboardText';
import { say } from './say';

/** Puts the selected nodes on the clipboard; where a page may not, they can still be pasted on this page. */
export async function copySelection(): Promise<void> {
  const copied = textOfSelection();
  if (copied === null) return;
  try {
    await navigator.clipboard.writeText(copied);
  } catch {
    say('editor.copiedHere');
  }
}
