import type { WaitingLine } from '#engine/model/NodeKind';
import { kindById } from '#kinds/index';
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
    if (one === null) return;
    useRun.getState().pause();
    useRun.getState().intervene({ do: 'advance', ...one });
  },
};

interface Chosen {
  readonly node: string;
  readonly event: number;
  readonly queue: string;
}

function chosen(): Chosen | null {
  const { contextMenu, selectedEvent } = useView.getState();
  if (contextMenu?.waiting !== undefined) return mayGo({ node: contextMenu.id, ...contextMenu.waiting });
  const node = onlyNode();
  return node === null || selectedEvent === null
    ? null
    : mayGo({ node: node.id, event: selectedEvent, queue: '' });
}

/** What is in hand already is not in a queue any more, and what is delayed may not go. */
function mayGo(one: Chosen): Chosen | null {
  const lines = linesOf(one.node).filter(({ queue }) => one.queue === '' || queue === one.queue);
  return lines.some(({ tokens }) => tokens.some(({ number }) => number === one.event)) ? one : null;
}

function linesOf(id: string): readonly WaitingLine[] {
  const { doc, frame } = useRun.getState();
  const index = doc.nodes.findIndex((node) => node.id === id);
  return kindById.get(doc.nodes[index]?.kind ?? '')?.waiting?.(frame?.nodes[index]?.view ?? null) ?? [];
}
