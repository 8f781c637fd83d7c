import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Makes a link to this very step of this very run. */
export const share: Command = {
  id: 'share',
  label: 'editor.cmd.share',
  group: 'flow',
  shortcuts: ['Ctrl+Shift+S'],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().openDialog('share'),
};
