import { useView } from '#ui/store/viewStore';
import { lastCopied, pasteText } from './clipboardText';
import { always, type Command } from './Command';

/** Pages may be refused the clipboard; what was copied on this page is at hand all the same. */
async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return lastCopied();
  }
}

/** Adds the nodes that the clipboard holds; from a context menu, at the place of the menu. */
export const paste: Command = {
  id: 'paste',
  label: 'editor.cmd.paste',
  group: 'edit',
  shortcuts: ['Ctrl+V'],
  menus: ['canvas'],
  isNative: true,
  isEnabled: always,
  perform: async () => {
    const at = useView.getState().contextMenu?.at;
    await pasteText(await readClipboard(), at);
  },
};
