import { nudgeSelected } from './nudgeSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Moves the selected nodes by one step of the grid. */
export const nudgeDown: Command = {
  id: 'nudgeDown',
  label: 'editor.cmd.nudgeDown',
  group: 'arrange',
  shortcuts: ['Ctrl+ArrowDown'],
  menus: [],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => nudgeSelected(0, 1),
};
