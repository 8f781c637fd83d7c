import { deleteSelection } from './deleteSelection';
import { hasSelection } from './selected';
import type { Command } from './Command';

/** Deletes what is selected, with the wires of deleted nodes. */
export const deleteSelected: Command = {
  id: 'deleteSelected',
  label: 'editor.cmd.deleteSelected',
  group: 'edit',
  shortcuts: ['Delete', 'Backspace'],
  menus: ['node', 'wire'],
  isEnabled: hasSelection,
  perform: () => deleteSelection(),
};
