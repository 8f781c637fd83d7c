import { sizeOfNode } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import { groupNodes } from '#ui/store/groupNodes';
import { useView } from '#ui/store/viewStore';
import { text } from './say';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Draws a named frame around the selected nodes. */
export const groupSelected: Command = {
  id: 'groupSelected',
  label: 'editor.cmd.groupSelected',
  group: 'arrange',
  shortcuts: ['Ctrl+G'],
  menus: ['node'],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => {
    const nodes = selectedNodes();
    let frame: string | null = null;
    useDocument.getState().edit('editor.edit.group', { n: nodes.length }, (draft) => {
      frame = groupNodes(
        draft,
        nodes.map((node) => node.id),
        text('kinds.group'),
        sizeOfNode,
      );
    });
    if (frame === null) return;
    useView.getState().select({ nodes: [frame] });
    useView.getState().startRenaming(frame);
  },
};
