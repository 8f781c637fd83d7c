import { useView } from '#ui/store/viewStore';
import { placeNode } from './placeNode';
import { always, type Command } from './Command';

/** Adds a note and begins to write its title. */
export const addNote: Command = {
  id: 'addNote',
  label: 'editor.cmd.addNote',
  group: 'add',
  shortcuts: ['N'],
  menus: ['canvas'],
  isEnabled: always,
  perform: () => {
    const { contextMenu, startRenaming } = useView.getState();
    const id = placeNode({ kind: 'note', preset: 'plain' }, contextMenu?.at);
    if (id !== null) startRenaming(id);
  },
};
