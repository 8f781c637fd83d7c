import { useDocument } from '#ui/store/documentStore';
import { say, text } from './say';
import { showAfter } from './showAfter';
import type { Command } from './Command';

/** Takes the last change back and says which it was. */
export const undo: Command = {
  id: 'undo',
  label: 'editor.cmd.undo',
  group: 'edit',
  shortcuts: ['Ctrl+Z'],
  menus: ['canvas'],
  isEnabled: () => useDocument.getState().undoStack.length > 0,
  perform: () => {
    const undone = useDocument.getState().undo();
    if (undone === null) return;
    showAfter(undone);
    say('editor.undid', { what: text(undone.label, undone.values) });
  },
};
