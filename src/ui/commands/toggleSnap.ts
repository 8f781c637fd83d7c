import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Keeps moved nodes to the grid, or lets them lie anywhere. */
export const toggleSnap: Command = {
  id: 'toggleSnap',
  label: 'editor.cmd.toggleSnap',
  group: 'arrange',
  shortcuts: [],
  menus: ['canvas'],
  isOn: () => useView.getState().snap,
  isEnabled: always,
  perform: () => useView.getState().prefer({ snap: !useView.getState().snap }),
};
