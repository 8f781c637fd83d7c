import { alignSelected } from './alignSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Aligns the selected nodes: right. */
export const alignRight: Command = {
  id: 'alignRight',
  label: 'editor.cmd.alignRight',
  group: 'arrange',
  shortcuts: [],
  menus: [],
  isEnabled: () => selectedNodes().length > 1,
  perform: () => alignSelected('right'),
};
