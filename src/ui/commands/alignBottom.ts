import { alignSelected } from './alignSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Aligns the selected nodes: bottom. */
export const alignBottom: Command = {
  id: 'alignBottom',
  label: 'editor.cmd.alignBottom',
  group: 'arrange',
  shortcuts: [],
  menus: [],
  isEnabled: () => selectedNodes().length > 1,
  perform: () => alignSelected('bottom'),
};
