import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';

/** Shows more, smaller. */
export const zoomOut: Command = {
  id: 'zoomOut',
  label: 'editor.cmd.zoomOut',
  group: 'view',
  shortcuts: ['-'],
  menus: [],
  isEnabled: () => useView.getState().canvasApi !== null,
  perform: () => useView.getState().canvasApi?.zoomBy(0.8),
};
