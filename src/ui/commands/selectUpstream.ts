import { selectAlong } from './selectAlong';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Adds every node that lies upstream of the selection. */
export const selectUpstream: Command = {
  id: 'selectUpstream',
  label: 'editor.cmd.selectUpstream',
  group: 'select',
  shortcuts: ['Shift+ArrowLeft'],
  menus: ['node'],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => selectAlong('upstream'),
};
