import { pasteText, textOfSelection } from './clipboardText';
import { cutSelection } from './cutSelection';
import { placeOf } from './keyPlace';

/**
 * Lets the browser's own copy, cut and paste act on the selected nodes, which needs no permission; returns the
 * function that ends it. Selected text and text fields keep their meaning.
 */
export function startClipboard(page: Document): () => void {
  const isOurs = (event: ClipboardEvent) => {
    const place = placeOf(event.target);
    if (event.defaultPrevented || place === 'text' || place === 'layer') return false;
    return event.type === 'paste' || page.getSelection()?.isCollapsed !== false;
  };
  const onCopy = (event: ClipboardEvent) => {
    if (!isOurs(event)) return;
    const text = textOfSelection();
    if (text === null) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    if (event.type === 'cut') cutSelection();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!isOurs(event)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    void pasteText(text);
  };
  page.addEventListener('copy', onCopy);
  page.addEventListener('cut', onCopy);
  page.addEventListener('paste', onPaste);
  return () => {
    page.removeEventListener('copy', onCopy);
    page.removeEventListener('cut', onCopy);
    page.removeEventListener('paste', onPaste);
  };
}
