import type { FlowNode } from './FlowDoc';

/** The node itself and everything inside of it at any depth, as places in the list of nodes, in order. */
export function nodesWithin(nodes: readonly FlowNode[], id: string): readonly number[] {
  const parents = new Map(nodes.map((node) => [node.id, node.group]));
  const isWithin = (node: FlowNode): boolean => {
    // A checked document has no group inside itself, so this ends.
    for (let at: string | undefined = node.id; at !== undefined; at = parents.get(at))
      if (at === id) return true;
    return false;
  };
  return nodes.flatMap((node, index) => (isWithin(node) ? [index] : []));
}
