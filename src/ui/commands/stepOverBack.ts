import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Goes back to the delivery before. */
export const stepOverBack: Command = {
  id: 'stepOverBack',
  label: 'editor.cmd.stepOverBack',
  group: 'run',
  shortcuts: [','],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().stepOverBack(),
};
