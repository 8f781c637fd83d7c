import { canBe, interveneOnSelected, isIn } from './interveneOnSelected';
import { onlyNode } from './selected';
import { isService } from './isService';
import type { Command } from './Command';

/** Pauses the selected nodes at this moment of the run, or lets them go on. */
export const pauseNode: Command = {
  id: 'pauseNode',
  label: 'editor.cmd.pauseNode',
  labelNow: () => {
    if (!isService(onlyNode())) return 'editor.cmd.pauseNode';
    return isIn('paused') ? 'editor.cmd.pauseNode.resume' : 'editor.cmd.pauseNode.pause';
  },
  group: 'node',
  shortcuts: ['Shift+P'],
  menus: ['node'],
  isOn: () => isIn('paused'),
  isEnabled: () => canBe('paused'),
  perform: () => interveneOnSelected('paused'),
};
