import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Opens the search for a node to add: in the middle of the view, or at the place of the context menu. */
export const quickAdd: Command = {
  id: 'quickAdd',
  label: 'editor.cmd.quickAdd',
  group: 'add',
  shortcuts: ['/', 'Tab'],
  menus: ['canvas'],
  isEnabled: always,
  perform: () => {
    const { contextMenu, canvasApi, openQuickAdd } = useView.getState();
    openQuickAdd(contextMenu?.at ?? canvasApi?.centre() ?? { x: 0, y: 0 });
  },
};
