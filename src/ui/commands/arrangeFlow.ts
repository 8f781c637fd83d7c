import { arrangeSelected } from './arrangeSelected';
import { currentDoc } from './selected';
import type { Command } from './Command';

/** Lays the flow out in layers; with several nodes selected, only these. */
export const arrangeFlow: Command = {
  id: 'arrangeFlow',
  label: 'editor.cmd.arrangeFlow',
  group: 'arrange',
  shortcuts: ['Shift+L'],
  menus: ['canvas'],
  isEnabled: () => currentDoc().nodes.length > 1,
  perform: arrangeSelected,
};
