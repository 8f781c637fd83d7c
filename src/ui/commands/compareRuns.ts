import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows the branches of the run side by side. */
export const compareRuns: Command = {
  id: 'compareRuns',
  label: 'editor.cmd.compareRuns',
  group: 'run',
  shortcuts: [],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().showBottom('compare'),
};
