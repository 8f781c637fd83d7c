import { letGoFirst, turnOf, type WaitingEvent } from '#ui/store/letGoFirst';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';
import { onlyNode } from './selected';

/** Lets the event that was pointed at in a queue go first, or the followed one in the queue of the selected node. */
export const deliverNext: Command = {
  id: 'deliverNext',
  label: 'editor.cmd.deliverNext',
  group: 'run',
  shortcuts: ['Shift+N'],
  menus: ['node'],
  isEnabled: () => chosen() !== null,
  perform() {
    const one = chosen();
    if (one !== null) letGoFirst(one);
  },
};

function chosen(): WaitingEvent | null {
  const { contextMenu, selectedEvent } = useView.getState();
  if (contextMenu?.waiting !== undefined) return mayGo({ node: contextMenu.id, ...contextMenu.waiting });
  const node = onlyNode();
  return node === null || selectedEvent === null
    ? null
    : mayGo({ node: node.id, event: selectedEvent, queue: '' });
}

const mayGo = (one: WaitingEvent) => (turnOf(one, useRun.getState()) === null ? null : one);
