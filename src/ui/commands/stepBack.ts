import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Goes back by one step. */
export const stepBack: Command = {
  id: 'stepBack',
  label: 'editor.cmd.stepBack',
  group: 'run',
  shortcuts: ['Shift+,', 'Shift+F11', 'Shift+F9'],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().stepBack(),
};
