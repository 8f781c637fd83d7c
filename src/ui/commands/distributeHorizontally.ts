import { distribute } from '#ui/store/arrange';
import { moveNodes } from './moveNodes';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Makes the gaps between the selected nodes equal. */
export const distributeHorizontally: Command = {
  id: 'distributeHorizontally',
  label: 'editor.cmd.distributeHorizontally',
  group: 'arrange',
  shortcuts: [],
  menus: [],
  isEnabled: () => selectedNodes().length > 2,
  perform: () => {
    const nodes = selectedNodes();
    moveNodes('editor.edit.distribute', { n: nodes.length }, distribute(nodes, 'horizontal'));
  },
};
