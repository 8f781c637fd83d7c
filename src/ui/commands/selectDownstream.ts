import { selectAlong } from './selectAlong';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Adds every node that lies downstream of the selection. */
export const selectDownstream: Command = {
  id: 'selectDownstream',
  label: 'editor.cmd.selectDownstream',
  group: 'select',
  shortcuts: ['Shift+ArrowRight'],
  menus: ['node'],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => selectAlong('downstream'),
};
