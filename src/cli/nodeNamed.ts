import type { FlowNode } from '#engine/model/FlowDoc';

/** Which node somebody means: the one with that id, else the only one of that name; null where there is none such. */
export function nodeNamed(nodes: readonly FlowNode[], text: string): FlowNode | null {
  const named = nodes.filter(({ name }) => name === text);
  return nodes.find(({ id }) => id === text) ?? (named.length === 1 ? (named[0] ?? null) : null);
}

/** The node that stands before a point at the beginning of a text, and what follows. */
export function nodeBefore(
  nodes: readonly FlowNode[],
  text: string,
): { readonly node: FlowNode; readonly rest: string } | null {
  const parts = text.split('.');
  for (let count = 1; count < parts.length; count += 1) {
    const node = nodeNamed(nodes, parts.slice(0, count).join('.'));
    if (node !== null) return { node, rest: parts.slice(count).join('.') };
  }
  return null;
}

/** What may be written for nodes: ids, and the names that mean the same. */
export function nodeChoices(nodes: readonly FlowNode[]): string {
  return nodes
    .map((node) => {
      const isName = node.name !== node.id && nodeNamed(nodes, node.name) === node;
      return isName ? `${node.id} (${node.name})` : node.id;
    })
    .join(', ');
}
