import { alignSelected } from './alignSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Aligns the selected nodes: middle. */
export const alignMiddle: Command = {
  id: 'alignMiddle',
  label: 'editor.cmd.alignMiddle',
  group: 'arrange',
  shortcuts: [],
  menus: [],
  isEnabled: () => selectedNodes().length > 1,
  perform: () => alignSelected('middle'),
};
