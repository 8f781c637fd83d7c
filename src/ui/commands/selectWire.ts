import { useView } from '#ui/store/viewStore';
import { currentDoc, onlyNode, onlyWire } from './selected';
import type { Command } from './Command';

/** Selects a wire of the selected node, and from there the next wire of the flow: the way to wires without a pointer. */
export const selectWire: Command = {
  id: 'selectWire',
  label: 'editor.cmd.selectWire',
  group: 'select',
  shortcuts: ['W'],
  menus: ['node', 'wire'],
  isEnabled: () => nextWire() !== undefined,
  perform: () => {
    const wire = nextWire();
    if (wire !== undefined) useView.getState().select({ wires: [wire] });
  },
};

function nextWire(): string | undefined {
  const { wires } = currentDoc();
  const node = onlyNode();
  if (node !== null) return wires.find((wire) => wire.from.node === node.id || wire.to.node === node.id)?.id;
  const now = onlyWire();
  const place = now === null ? -1 : wires.indexOf(now);
  return wires[(place + 1) % Math.max(1, wires.length)]?.id;
}
