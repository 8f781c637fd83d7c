import { isComputing } from '#ui/store/isComputing';
import { useRun } from '#ui/store/runStore';
import type { Command } from './Command';

/** Stops computing the rest of a long run; what is known of it stays. */
export const cancelComputing: Command = {
  id: 'cancelComputing',
  label: 'editor.cmd.cancelComputing',
  group: 'run',
  shortcuts: [],
  menus: [],
  isEnabled: () => isComputing(useRun.getState()),
  perform: () => useRun.getState().cancelComputing(),
};
