import { useDocument } from '#ui/store/documentStore';
import { say, text } from './say';
import { showAfter } from './showAfter';
import type { Command } from './Command';

/** Makes the change that was taken back last again. */
export const redo: Command = {
  id: 'redo',
  label: 'editor.cmd.redo',
  group: 'edit',
  shortcuts: ['Ctrl+Shift+Z', 'Ctrl+Y'],
  menus: ['canvas'],
  isEnabled: () => useDocument.getState().redoStack.length > 0,
  perform: () => {
    const redone = useDocument.getState().redo();
    if (redone === null) return;
    showAfter(redone);
    say('editor.redid', { what: text(redone.label, redone.values) });
  },
};
