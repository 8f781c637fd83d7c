import { useView } from '#ui/store/viewStore';
import { kindOf, onlyNode } from './selected';
import type { Command } from './Command';

/** Asks which event the selected publisher shall publish now. */
export const publishByHand: Command = {
  id: 'publishByHand',
  label: 'editor.cmd.publishByHand',
  group: 'node',
  shortcuts: ['P'],
  menus: ['node'],
  isEnabled: () => {
    const node = onlyNode();
    return node !== null && kindOf(node)?.facts(node.settings).role === 'source';
  },
  perform: () => useView.getState().openDialog('publish'),
};
