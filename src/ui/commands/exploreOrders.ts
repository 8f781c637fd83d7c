import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows where every order of the steps is explored. */
export const exploreOrders: Command = {
  id: 'exploreOrders',
  label: 'shell.explore',
  group: 'run',
  shortcuts: [],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().showBottom('explore'),
};
