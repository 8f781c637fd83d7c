import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Doubles the speed. */
export const playFaster: Command = {
  id: 'playFaster',
  label: 'editor.cmd.playFaster',
  group: 'run',
  shortcuts: [']'],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().changeSpeed(1),
};
