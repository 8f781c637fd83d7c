import { useDocument } from '#ui/store/documentStore';
import { deleteParts } from '#ui/store/deleteParts';
import { groupsOf } from '#ui/store/groupNodes';
import { currentDoc, selectedNodes } from './selected';
import type { Command } from './Command';

const framesOfSelection = () =>
  groupsOf(
    currentDoc().nodes,
    selectedNodes().map((node) => node.id),
  );

/** Takes the frame of the selected nodes away; the nodes stay. */
export const ungroupSelected: Command = {
  id: 'ungroupSelected',
  label: 'editor.cmd.ungroupSelected',
  group: 'arrange',
  shortcuts: ['Ctrl+Shift+G'],
  menus: ['node'],
  isEnabled: () => framesOfSelection().length > 0,
  perform: () => {
    const frames = framesOfSelection();
    useDocument.getState().edit('editor.edit.ungroup', {}, (draft) => {
      deleteParts(draft, { nodes: frames, wires: [] });
    });
  },
};
