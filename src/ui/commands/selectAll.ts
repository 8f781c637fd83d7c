import { useView } from '#ui/store/viewStore';
import { currentDoc } from './selected';
import type { Command } from './Command';

/** Selects every node and wire. */
export const selectAll: Command = {
  id: 'selectAll',
  label: 'editor.cmd.selectAll',
  group: 'select',
  shortcuts: ['Ctrl+A'],
  menus: ['canvas'],
  isEnabled: () => currentDoc().nodes.length > 0,
  perform: () => {
    const { nodes, wires } = currentDoc();
    useView.getState().select({ nodes: nodes.map((node) => node.id), wires: wires.map((wire) => wire.id) });
  },
};
