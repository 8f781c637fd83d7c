import type { LintFlow, LintNode } from './LintFlow';

/** The mean time of the slowest event type that can come to a node, in milliseconds; 0 where it does no work. */
export function longestMean(flow: LintFlow, node: LintNode): number {
  const { work } = node.traits;
  if (work === undefined) return 0;
  const types = flow.traffic.typesAt(node);
  return Math.max(0, ...types.map((type) => work.meanMs(flow.types[type]?.id ?? '')));
}
