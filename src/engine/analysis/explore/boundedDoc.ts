import type { FlowDoc } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';

/**
 * A flow as it is explored: every source makes at most so many events (null: few) of at most so many keys, the run has no end in time, and neither what
 * people did nor what the document lets befall its nodes at set times takes part.
 */
export function boundedDoc(
  doc: FlowDoc,
  kinds: ReadonlyMap<string, NodeKind>,
  events: number | null,
  keys?: number,
): FlowDoc {
  const nodes = doc.nodes.map((node) => {
    const bounded = kinds.get(node.kind)?.bounded?.(node.settings, events, keys);
    return bounded === undefined ? node : { ...node, settings: bounded };
  });
  return { ...doc, nodes, untilMs: 0, interventions: [], faults: [] };
}
