import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Goes to the end of the run. */
export const runToEnd: Command = {
  id: 'runToEnd',
  label: 'editor.cmd.runToEnd',
  group: 'run',
  shortcuts: ['Ctrl+End'],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().toEnd(),
};
