import type { Command } from './Command';
import { goOn, stopsNow } from './goOn';

/** Goes back to the last stop before the playhead. */
export const previousStop: Command = {
  id: 'previousStop',
  label: 'editor.cmd.previousStop',
  group: 'run',
  shortcuts: ['Shift+F8'],
  menus: [],
  isEnabled: () => stopsNow().length > 0,
  perform: () => goOn(stopsNow(), 'previous'),
};
