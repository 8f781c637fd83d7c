import { useRun } from '#ui/store/runStore';
import type { Command } from './Command';

/** Goes on with computing a run that was cancelled. */
export const computeOn: Command = {
  id: 'computeOn',
  label: 'editor.cmd.computeOn',
  group: 'run',
  shortcuts: [],
  menus: [],
  isEnabled: () => useRun.getState().isHeld,
  perform: () => useRun.getState().computeOn(),
};
