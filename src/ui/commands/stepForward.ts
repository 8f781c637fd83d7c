import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Goes on by one step. */
export const stepForward: Command = {
  id: 'stepForward',
  label: 'editor.cmd.stepForward',
  group: 'run',
  shortcuts: ['.', 'F10', 'F11'],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().stepForward(),
};
