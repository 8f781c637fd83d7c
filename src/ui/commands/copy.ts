import { copySelection } from './copySelection';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Copies the selected nodes and the wires among them as JSON text. */
export const copy: Command = {
  id: 'copy',
  label: 'editor.cmd.copy',
  group: 'edit',
  shortcuts: ['Ctrl+C'],
  menus: ['node'],
  isNative: true,
  isEnabled: () => selectedNodes().length > 0,
  perform: copySelection,
};
