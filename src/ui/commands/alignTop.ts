import { alignSelected } from './alignSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Aligns the selected nodes: top. */
export const alignTop: Command = {
  id: 'alignTop',
  label: 'editor.cmd.alignTop',
  group: 'arrange',
  shortcuts: [],
  menus: [],
  isEnabled: () => selectedNodes().length > 1,
  perform: () => alignSelected('top'),
};
