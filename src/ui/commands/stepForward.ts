import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Goes on by one step of whatever kind: a delivery, the start or end of work, an answer, an alarm. */
export const stepForward: Command = {
  id: 'stepForward',
  label: 'editor.cmd.stepForward',
  group: 'run',
  shortcuts: ['Shift+.', 'F11', 'F9'],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().stepForward(),
};
