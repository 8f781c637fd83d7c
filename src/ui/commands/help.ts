import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows every key. */
export const help: Command = {
  id: 'help',
  label: 'editor.cmd.help',
  group: 'view',
  shortcuts: ['?', 'F1'],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().openDialog('help'),
};
