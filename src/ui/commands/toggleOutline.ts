import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows the flow as a list beside the canvas, or puts it away. */
export const toggleOutline: Command = {
  id: 'toggleOutline',
  label: 'shell.outline',
  group: 'view',
  shortcuts: ['Shift+O'],
  menus: ['canvas'],
  isOn: () => useView.getState().isOutlineShown,
  isEnabled: always,
  perform: () => useView.getState().showOutline(!useView.getState().isOutlineShown),
};
