import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import type { JudgedKind } from '#engine/model/Traits';

/** How many servers a node has, and the settings for another number of them; null where that is nothing to turn. */
export function serversOf(
  doc: FlowDoc,
  kinds: readonly JudgedKind[],
  id: string,
): { readonly count: number; readonly settings: (count: number) => Settings } | null {
  const node = doc.nodes.find((one) => one.id === id);
  const kind = kinds.find((one) => one.id === node?.kind);
  return (node === undefined ? undefined : kind?.mechanics?.(node.settings).servers) ?? null;
}

/** A document with other settings of one node; other parts are the same objects. */
export function withSettings(doc: FlowDoc, id: string, settings: Settings): FlowDoc {
  return {
    ...doc,
    nodes: doc.nodes.map((node) =>
      node.id === id ? { ...node, settings: { ...node.settings, ...settings } } : node,
    ),
  };
}
