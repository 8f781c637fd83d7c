import type { MendId } from '#engine/model/Traits';
import type { LintNode } from './LintFlow';
import type { Remedy } from './LintRule';

/** The remedy that a kind offers for one of its nodes, as a list of one; empty when it offers none. */
export function mendOf(node: LintNode, id: MendId, amount = 0): readonly Remedy[] {
  const settings = node.kind.mends?.[id]?.(node.node.settings, amount);
  if (settings === undefined) return [];
  const change = { do: 'set', part: 'nodes', id: node.id, settings } as const;
  return [{ id, values: { node: node.name, amount }, changes: [change] }];
}
