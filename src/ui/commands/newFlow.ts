import { newDocument } from '#engine/model/newDocument';
import { useDocument } from '#ui/store/documentStore';
import { flushAutosave } from '#ui/store/recent';
import { useView } from '#ui/store/viewStore';
import { text } from './say';
import { always, type Command } from './Command';

/** Begins an empty flow; the former one stays among the recent ones. */
export const newFlow: Command = {
  id: 'newFlow',
  label: 'editor.cmd.newFlow',
  group: 'flow',
  shortcuts: [],
  menus: [],
  isEnabled: always,
  perform: async () => {
    await flushAutosave();
    useDocument.getState().open(newDocument(text('shell.flow.untitled')), 'new');
    useView.getState().clearSelection();
    useView.getState().canvasApi?.focusByPointer();
  },
};
