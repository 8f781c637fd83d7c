import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Goes back to the flow at rest. */
export const resetRun: Command = {
  id: 'resetRun',
  label: 'editor.cmd.resetRun',
  group: 'run',
  shortcuts: ['Ctrl+Home'],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().reset(),
};
