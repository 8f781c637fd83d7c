import { nudgeSelected } from './nudgeSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Moves the selected nodes by one step of the grid. */
export const nudgeUp: Command = {
  id: 'nudgeUp',
  label: 'editor.cmd.nudgeUp',
  group: 'arrange',
  shortcuts: ['Ctrl+ArrowUp'],
  menus: [],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => nudgeSelected(0, -1),
};
