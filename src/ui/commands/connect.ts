import { useView } from '#ui/store/viewStore';
import { kindOf, onlyNode } from './selected';
import type { Command } from './Command';

/** Lists what the selected node can be wired to. */
export const connect: Command = {
  id: 'connect',
  label: 'editor.cmd.connect',
  group: 'add',
  shortcuts: ['C'],
  menus: ['node'],
  isEnabled: () => {
    const node = onlyNode();
    return node !== null && (kindOf(node)?.ports.length ?? 0) > 0;
  },
  perform: () => {
    const node = onlyNode();
    if (node !== null) useView.getState().openConnectChooser({ node: node.id });
  },
};
