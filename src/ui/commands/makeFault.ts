import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows where something can be made to go wrong, for what is selected. */
export const makeFault: Command = {
  id: 'makeFault',
  label: 'editor.cmd.makeFault',
  group: 'run',
  shortcuts: [],
  menus: ['node', 'wire'],
  isEnabled: always,
  perform: () => useView.getState().showBottom('interventions'),
};
