import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows the examples. */
export const openGallery: Command = {
  id: 'openGallery',
  label: 'editor.cmd.openGallery',
  words: 'editor.words.openGallery',
  group: 'flow',
  shortcuts: [],
  menus: [],
  isEnabled: always,
  perform: () => useView.getState().openDialog('gallery'),
};
