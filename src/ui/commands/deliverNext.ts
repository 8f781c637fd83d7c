import { askTurn, hasMoreInLine, letGoFirst, turnOf, type WaitingEvent } from '#ui/store/letGoFirst';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';
import { say } from './say';
import { onlyNode } from './selected';

/** Lets the event that was pointed at in a queue go first, or the followed one in the queue of the selected node. */
export const deliverNext: Command = {
  id: 'deliverNext',
  label: 'editor.cmd.deliverNext',
  group: 'run',
  shortcuts: ['Shift+N'],
  menus: ['node'],
  isEnabled: () => chosen() !== null,
  async perform() {
    const one = chosen();
    if (one === null) return;
    // What stands further back than is shown only the run knows.
    if ((await askTurn(one)) !== null) letGoFirst(one);
    else say('player.notWaiting', { event: one.event }, 'warn');
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

function mayGo(one: WaitingEvent): WaitingEvent | null {
  const shown = useRun.getState();
  return turnOf(one, shown) !== null || hasMoreInLine(one.node, shown) ? one : null;
}
