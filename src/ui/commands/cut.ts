import { copySelection } from './copySelection';
import { cutSelection } from './cutSelection';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Copies the selected nodes and deletes them. */
export const cut: Command = {
  id: 'cut',
  label: 'editor.cmd.cut',
  group: 'edit',
  shortcuts: ['Ctrl+X'],
  menus: ['node'],
  isNative: true,
  isEnabled: () => selectedNodes().length > 0,
  perform: async () => {
    await copySelection();
    cutSelection();
  },
};
