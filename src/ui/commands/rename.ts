import { useView } from '#ui/store/viewStore';
import { onlyNode } from './selected';
import type { Command } from './Command';

/** Renames the selected node in place. */
export const rename: Command = {
  id: 'rename',
  label: 'editor.cmd.rename',
  group: 'edit',
  shortcuts: ['F2'],
  menus: ['node'],
  isEnabled: () => onlyNode() !== null,
  perform: () => useView.getState().startRenaming(onlyNode()?.id ?? null),
};
