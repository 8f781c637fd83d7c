import type { FlowDoc } from '#engine/model/FlowDoc';

/** All nodes that can be reached from these along the wires, with or against the flow; these included. */
export function walkFlow(
  doc: FlowDoc,
  from: readonly string[],
  direction: 'upstream' | 'downstream',
): readonly string[] {
  const reached = new Set(from);
  // A set may grow while it is walked through: that makes the walk.
  for (const node of reached) {
    for (const wire of doc.wires) {
      const [near, far] = direction === 'downstream' ? [wire.from, wire.to] : [wire.to, wire.from];
      if (near.node === node) reached.add(far.node);
    }
  }
  return [...reached];
}
