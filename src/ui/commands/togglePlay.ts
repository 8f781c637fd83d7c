import { useRun } from '#ui/store/runStore';
import { always, type Command } from './Command';

/** Plays, or pauses. */
export const togglePlay: Command = {
  id: 'togglePlay',
  label: 'editor.cmd.togglePlay',
  group: 'run',
  shortcuts: ['Space'],
  menus: [],
  isOn: () => useRun.getState().isPlaying,
  isEnabled: always,
  perform: () => useRun.getState().toggle(),
};
