import { alignSelected } from './alignSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Aligns the selected nodes: centre. */
export const alignCentre: Command = {
  id: 'alignCentre',
  label: 'editor.cmd.alignCentre',
  group: 'arrange',
  shortcuts: [],
  menus: [],
  isEnabled: () => selectedNodes().length > 1,
  perform: () => alignSelected('centre'),
};
