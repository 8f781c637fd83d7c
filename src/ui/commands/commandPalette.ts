import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Searches all commands and nodes. */
export const commandPalette: Command = {
  id: 'commandPalette',
  label: 'editor.cmd.commandPalette',
  group: 'view',
  shortcuts: ['Ctrl+K', 'Ctrl+F'],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().openDialog('commands'),
};
