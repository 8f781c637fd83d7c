import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Goes on to the next delivery, past the work on the last one. */
export const stepOver: Command = {
  id: 'stepOver',
  label: 'editor.cmd.stepOver',
  group: 'run',
  shortcuts: ['.', 'F10'],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().stepOver(),
};
