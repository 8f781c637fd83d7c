import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Imports a recorded log that drives a publisher. */
export const importLog: Command = {
  id: 'importLog',
  label: 'editor.cmd.importLog',
  group: 'flow',
  shortcuts: [],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().openDialog('importLog'),
};
