import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Halves the speed. */
export const playSlower: Command = {
  id: 'playSlower',
  label: 'editor.cmd.playSlower',
  group: 'run',
  shortcuts: ['['],
  menus: [],
  isEnabled: always,
  perform: () => useRun.getState().changeSpeed(-1),
};
