import { canBe, interveneOnSelected, isIn } from './interveneOnSelected';
import type { Command } from './Command';

/** Pauses the selected nodes at this moment of the run, or lets them go on. */
export const pauseNode: Command = {
  id: 'pauseNode',
  label: 'editor.cmd.pauseNode',
  group: 'node',
  shortcuts: ['Shift+P'],
  menus: ['node'],
  isOn: () => isIn('paused'),
  isEnabled: () => canBe('paused'),
  perform: () => interveneOnSelected('paused'),
};
