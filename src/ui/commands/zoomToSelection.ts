import { useView } from '#ui/store/viewStore';
import { selectedNodes } from './selected';
import type { Command } from './Command';

/** Brings the selected nodes into view. */
export const zoomToSelection: Command = {
  id: 'zoomToSelection',
  label: 'editor.cmd.zoomToSelection',
  group: 'view',
  shortcuts: ['2'],
  menus: ['node'],
  isEnabled: () => selectedNodes().length > 0,
  perform: () => {
    const { canvasApi } = useView.getState();
    canvasApi?.fitView(selectedNodes().map((node) => node.id));
  },
};
