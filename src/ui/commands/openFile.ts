import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Opens a flow from a file. */
export const openFile: Command = {
  id: 'openFile',
  label: 'editor.cmd.openFile',
  group: 'flow',
  shortcuts: ['Ctrl+O'],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().openDialog('openFile'),
};
