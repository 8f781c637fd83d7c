import type { LintFlow, LintNode } from '../LintFlow';
import type { LintRule } from '../LintRule';

/** No event can come to a handler. */
export const unreachableHandler = {
  code: 'unreachable-handler',
  severity: 'warning',
  sentence:
    'No event ever comes to “{node}”. Wire it to a bus to which something is published, and let the patterns of that wire fit it.',
  find(flow) {
    return flow.nodes
      .filter((node) => node.traits.work !== undefined && !isReached(flow, node))
      .filter(({ ins }) => ins.length === 0 || ins.some(({ from }) => !isTold(flow, from)))
      .map((node) => ({
        nodes: [node.id],
        wires: node.ins.map(({ id }) => id),
        values: { node: node.name },
      }));
  },
} as const satisfies LintRule;

/** Whether nothing comes to a bus for a reason that is told where it lies: nobody publishes there, or has nothing to. */
function isTold(flow: LintFlow, bus: LintNode): boolean {
  if (isReached(flow, bus)) return false;
  return bus.ins.length === 0 || bus.ins.some(({ from }) => !isReached(flow, from));
}

const isReached = (flow: LintFlow, node: LintNode) => flow.traffic.typesAt(node).length > 0;
