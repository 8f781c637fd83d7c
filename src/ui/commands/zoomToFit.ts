import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';

/** Shows the whole flow. */
export const zoomToFit: Command = {
  id: 'zoomToFit',
  label: 'editor.cmd.zoomToFit',
  group: 'view',
  shortcuts: ['1'],
  menus: ['canvas'],
  isEnabled: () => useView.getState().canvasApi !== null,
  perform: () => useView.getState().canvasApi?.fitView(),
};
