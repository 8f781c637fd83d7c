import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { say } from './say';
import { currentDoc } from './selected';
import type { Command } from './Command';

/** Deletes everything from the canvas; one undo brings it back. */
export const clearCanvas: Command = {
  id: 'clearCanvas',
  label: 'editor.cmd.clearCanvas',
  group: 'edit',
  shortcuts: [],
  menus: ['canvas'],
  isEnabled: () => currentDoc().nodes.length > 0,
  perform: () => {
    useDocument.getState().edit('editor.edit.clear', {}, (draft) => {
      draft.nodes = [];
      draft.wires = [];
      draft.interventions = [];
      draft.faults = [];
      draft.protocols = [];
    });
    useView.getState().clearSelection();
    say('editor.cleared');
  },
};
