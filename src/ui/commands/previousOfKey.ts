import type { Command } from './Command';
import { goOn } from './goOn';
import { keyAtHand } from './keyAtHand';

/** Goes back to the last arrival of an event with the key of the event in view. */
export const previousOfKey: Command = {
  id: 'previousOfKey',
  label: 'editor.cmd.previousOfKey',
  group: 'run',
  shortcuts: ['Shift+K'],
  menus: [],
  isEnabled: () => keyAtHand() !== '',
  perform: () => goOn([{ id: 'key', rule: { on: 'key', key: keyAtHand() }, nth: 1 }], 'previous'),
};
