import { useView } from '#ui/store/viewStore';
import { onlyWire } from './selected';
import type { Command } from './Command';

/** Lists the ends that the selected wire can be moved to. */
export const reconnect: Command = {
  id: 'reconnect',
  label: 'editor.cmd.reconnect',
  group: 'add',
  shortcuts: ['R'],
  menus: ['wire'],
  isEnabled: () => onlyWire() !== null,
  perform: () => {
    const wire = onlyWire();
    if (wire !== null) useView.getState().openConnectChooser({ wire: wire.id });
  },
};
