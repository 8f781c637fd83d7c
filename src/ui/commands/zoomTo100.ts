import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';

/** Shows everything at its natural size. */
export const zoomTo100: Command = {
  id: 'zoomTo100',
  label: 'editor.cmd.zoomTo100',
  group: 'view',
  shortcuts: ['0'],
  menus: [],
  isEnabled: () => useView.getState().canvasApi !== null,
  perform: () => useView.getState().canvasApi?.zoomTo(1),
};
