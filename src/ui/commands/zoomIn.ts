import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';

/** Shows less, larger. */
export const zoomIn: Command = {
  id: 'zoomIn',
  label: 'editor.cmd.zoomIn',
  group: 'view',
  shortcuts: ['+', '='],
  menus: [],
  isEnabled: () => useView.getState().canvasApi !== null,
  perform: () => useView.getState().canvasApi?.zoomBy(1.25),
};
