import { nudgeSelected } from './nudgeSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Moves the selected nodes by one step of the grid. */
export const nudgeRight: Command = {
  id: 'nudgeRight',
  label: 'editor.cmd.nudgeRight',
  group: 'arrange',
  shortcuts: ['Ctrl+ArrowRight'],
  menus: [],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => nudgeSelected(1, 0),
};
