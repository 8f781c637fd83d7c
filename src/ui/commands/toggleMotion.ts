import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows tokens as badges that do not travel. */
export const toggleMotion: Command = {
  id: 'toggleMotion',
  label: 'editor.cmd.toggleMotion',
  group: 'view',
  shortcuts: [],
  menus: [],
  isOn: () => useView.getState().reducedMotion === 'on',
  isEnabled: always,
  perform: () =>
    useView.getState().prefer({ reducedMotion: useView.getState().reducedMotion === 'on' ? 'system' : 'on' }),
};
