import { deleteSelection } from './deleteSelection';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Deletes the selected nodes and joins what they stood between. */
export const deleteAndReconnect: Command = {
  id: 'deleteAndReconnect',
  label: 'editor.cmd.deleteAndReconnect',
  group: 'edit',
  shortcuts: ['Ctrl+Delete', 'Ctrl+Backspace'],
  menus: ['node'],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => deleteSelection(true),
};
