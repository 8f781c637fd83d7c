import { alignSelected } from './alignSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Aligns the selected nodes: left. */
export const alignLeft: Command = {
  id: 'alignLeft',
  label: 'editor.cmd.alignLeft',
  group: 'arrange',
  shortcuts: [],
  menus: [],
  isEnabled: () => selectedNodes().length > 1,
  perform: () => alignSelected('left'),
};
