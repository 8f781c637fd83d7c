import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Lets keys without Ctrl act, or not. */
export const toggleSingleKeys: Command = {
  id: 'toggleSingleKeys',
  label: 'editor.cmd.toggleSingleKeys',
  group: 'view',
  shortcuts: [],
  menus: [],
  isOn: () => useView.getState().singleKeys,
  isEnabled: always,
  perform: () => useView.getState().prefer({ singleKeys: !useView.getState().singleKeys }),
};
