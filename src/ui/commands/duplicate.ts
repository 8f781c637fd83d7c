import { duplicateNodes } from './clipboardText';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Duplicates the selected nodes beside themselves. */
export const duplicate: Command = {
  id: 'duplicate',
  label: 'editor.cmd.duplicate',
  group: 'edit',
  shortcuts: ['Ctrl+D'],
  menus: ['node'],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => {
    duplicateNodes(selectedNodes().map((node) => node.id));
  },
};
