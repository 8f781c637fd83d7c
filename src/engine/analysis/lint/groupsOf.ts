import type { LintNode, LintWire } from './LintFlow';

/** The subscriptions of a node that compete with each other: one list for each group, dead letters left out. */
export function groupsOf(node: LintNode): readonly (readonly LintWire[])[] {
  const groups = new Map<string, LintWire[]>();
  for (const wire of node.outs) {
    if (wire.isDeadLetter) continue;
    const name = node.traits.queue?.groupOf(wire.wire) ?? wire.id;
    groups.set(name, [...(groups.get(name) ?? []), wire]);
  }
  return [...groups.values()];
}
