import { canBe, interveneOnSelected, isIn } from './interveneOnSelected';
import type { Command } from './Command';

/** Crashes the selected nodes at this moment of the run, or brings them back. */
export const crashNode: Command = {
  id: 'crashNode',
  label: 'editor.cmd.crashNode',
  group: 'node',
  shortcuts: ['Shift+X'],
  menus: ['node'],
  isOn: () => isIn('down'),
  isEnabled: () => canBe('down'),
  perform: () => interveneOnSelected('down'),
};
