import { useDocument } from '#ui/store/documentStore';

export function renameNode(id: string, from: string, to: string): void {
  useDocument.getState().edit('panels.undo.rename', { from, to }, (draft) => {
    const node = draft.nodes.find((one) => one.id === id);
    if (node !== undefined) node.name = to;
  });
}

/**
 * Puts a node before the one that stands above it in its group, or behind the one below. The order of nodes settles what
 * happens first at one instant.
 */
export function reorderNode(id: string, by: -1 | 1, name: string): void {
  useDocument.getState().edit('outline.undoOrder', { name }, (draft) => {
    moveBeside(draft.nodes, id, by, (a, b) => a.group === b.group);
  });
}

/** The same for a wire among those that leave its node, which is the order of subscription. */
export function reorderWire(id: string, by: -1 | 1, name: string): void {
  useDocument.getState().edit('outline.undoOrder', { name }, (draft) => {
    moveBeside(draft.wires, id, by, (a, b) => a.from.node === b.from.node);
  });
}

/** To the place of the next sibling in a direction; without one everything stays. */
function moveBeside<T extends { readonly id: string }>(
  list: T[],
  id: string,
  by: -1 | 1,
  areSiblings: (a: T, b: T) => boolean,
): void {
  const from = list.findIndex((one) => one.id === id);
  const item = list[from];
  if (item === undefined) return;
  const isBeyond = (other: T, index: number) => (index - from) * by > 0 && areSiblings(item, other);
  const to = by > 0 ? list.findIndex(isBeyond) : list.findLastIndex(isBeyond);
  if (to < 0) return;
  list.splice(from, 1);
  list.splice(to, 0, item);
}
