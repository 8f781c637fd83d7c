import { nudgeSelected } from './nudgeSelected';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Moves the selected nodes by one step of the grid. */
export const nudgeLeft: Command = {
  id: 'nudgeLeft',
  label: 'editor.cmd.nudgeLeft',
  group: 'arrange',
  shortcuts: ['Ctrl+ArrowLeft'],
  menus: [],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => nudgeSelected(-1, 0),
};
