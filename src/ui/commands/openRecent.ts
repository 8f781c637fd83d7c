import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Lists the flows kept in this browser. */
export const openRecent: Command = {
  id: 'openRecent',
  label: 'editor.cmd.openRecent',
  group: 'flow',
  shortcuts: [],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().openDialog('recent'),
};
