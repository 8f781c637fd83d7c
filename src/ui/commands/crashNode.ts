import { canBe, interveneOnSelected, isIn } from './interveneOnSelected';
import { onlyNode } from './selected';
import { isService } from './isService';
import type { Command } from './Command';

/** Crashes the selected nodes at this moment of the run, or brings them back. */
export const crashNode: Command = {
  id: 'crashNode',
  label: 'editor.cmd.crashNode',
  labelNow: () => {
    if (!isService(onlyNode())) return 'editor.cmd.crashNode';
    return isIn('down') ? 'editor.cmd.crashNode.revive' : 'editor.cmd.crashNode.crash';
  },
  group: 'node',
  shortcuts: ['Shift+X'],
  menus: ['node'],
  isOn: () => isIn('down'),
  isEnabled: () => canBe('down'),
  perform: () => interveneOnSelected('down'),
};
