import type { Command } from './Command';
import { goOn } from './goOn';
import { keyAtHand } from './keyAtHand';

/** Goes on to the next arrival of an event with the key of the event in view. */
export const nextOfKey: Command = {
  id: 'nextOfKey',
  label: 'editor.cmd.nextOfKey',
  group: 'run',
  shortcuts: ['K'],
  menus: [],
  isEnabled: () => keyAtHand() !== '',
  perform: () => goOn([{ id: 'key', rule: { on: 'key', key: keyAtHand() }, nth: 1 }], 'next'),
};
