import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows the list of what the run stops at. */
export const showStops: Command = {
  id: 'showStops',
  label: 'editor.cmd.showStops',
  group: 'run',
  words: 'editor.words.breakpoint',
  shortcuts: ['Ctrl+Shift+F8'],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().showBottom('stops'),
};
