import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Lets the wheel pan instead of zoom, as suits trackpads. */
export const toggleWheel: Command = {
  id: 'toggleWheel',
  label: 'editor.cmd.toggleWheel',
  group: 'view',
  shortcuts: [],
  menus: [],
  isOn: () => useView.getState().wheel === 'pan',
  isEnabled: always,
  perform: () => useView.getState().prefer({ wheel: useView.getState().wheel === 'pan' ? 'zoom' : 'pan' }),
};
