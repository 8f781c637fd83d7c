import type { LintFlow, LintNode, LintWire } from './LintFlow';

/** Cycles of nodes in which each waits for the next over a wire that `waits` says it waits on; one for each part of the flow. */
export function waitingCycles(
  flow: LintFlow,
  waits: (wire: LintWire) => boolean,
): readonly (readonly LintNode[])[] {
  const wires = flow.wires.filter(waits);
  const cycles: (readonly LintNode[])[] = [];
  const seen = new Set<LintNode>();
  for (const node of flow.nodes) {
    if (seen.has(node)) continue;
    const cycle = shortestCycle(node, wires);
    if (cycle === null) continue;
    cycles.push(cycle);
    for (const member of cycle) seen.add(member);
  }
  return cycles;
}

/** The shortest way from a node back to itself, or null. */
function shortestCycle(start: LintNode, wires: readonly LintWire[]): readonly LintNode[] | null {
  const before = new Map<LintNode, LintNode | null>([[start, null]]);
  for (const node of before.keys()) {
    for (const { from, to } of wires) {
      if (from !== node) continue;
      if (to === start) return wayTo(node, before);
      if (!before.has(to)) before.set(to, node);
    }
  }
  return null;
}

function wayTo(end: LintNode, before: ReadonlyMap<LintNode, LintNode | null>): readonly LintNode[] {
  const way: LintNode[] = [];
  for (let node: LintNode | null = end; node !== null; node = before.get(node) ?? null) way.unshift(node);
  return way;
}
