import type { LintFlow, LintNode } from './LintFlow';

/**
 * The share of its workers' time that a node needs for what surely comes to it, on average; above 1 it falls behind. Null
 * when nobody can say how much comes, or when it does no work.
 */
export function loadOf(flow: LintFlow, node: LintNode): number | null {
  const { work } = node.traits;
  if (work === undefined) return null;
  let busy = 0;
  for (const [type, { id }] of flow.types.entries()) {
    if (!flow.traffic.reaches(node, type)) continue;
    const rate = flow.traffic.rateAt(node, type);
    if (rate === null) return null;
    busy += (rate * work.meanMs(id)) / 1000;
  }
  return busy / work.workers;
}
