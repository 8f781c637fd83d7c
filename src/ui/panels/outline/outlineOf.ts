import type { FlowDoc, FlowNode, Wire } from '#engine/model/FlowDoc';

/** A node with what is in it and what leaves it, in the order of the document. */
export interface OutlineItem {
  readonly node: FlowNode;
  /** Its place among all nodes, by which the run knows it. */
  readonly index: number;
  readonly wires: readonly Wire[];
  readonly members: readonly OutlineItem[];
}

/** The flow as a list: groups with what they hold, nodes with the wires that leave them. */
export function outlineOf({ nodes, wires }: Pick<FlowDoc, 'nodes' | 'wires'>): readonly OutlineItem[] {
  const known = new Set(nodes.map(({ id }) => id));
  const leaving = new Map<string, Wire[]>();
  for (const wire of wires) leaving.set(wire.from.node, [...(leaving.get(wire.from.node) ?? []), wire]);
  const held = new Map<string, { node: FlowNode; index: number }[]>();
  for (const [index, node] of nodes.entries()) {
    const group = node.group !== undefined && known.has(node.group) ? node.group : '';
    held.set(group, [...(held.get(group) ?? []), { node, index }]);
  }
  const itemsIn = (group: string): readonly OutlineItem[] =>
    (held.get(group) ?? []).map(({ node, index }) => ({
      node,
      index,
      wires: leaving.get(node.id) ?? [],
      members: itemsIn(node.id),
    }));
  return itemsIn('');
}
