import type { LintRule } from '../LintRule';

/** No event can come to a handler. */
export const unreachableHandler = {
  code: 'unreachable-handler',
  severity: 'warning',
  sentence:
    'No event ever comes to “{node}”. Wire it to a bus, and let the patterns of that wire fit what the bus carries.',
  find(flow) {
    return (
      flow.nodes
        .filter((node) => node.traits.work !== undefined && flow.traffic.typesAt(node).length === 0)
        // A bus that gets nothing itself is told of by a rule of its own.
        .filter(
          ({ ins }) => ins.length === 0 || ins.some(({ from }) => flow.traffic.typesAt(from).length > 0),
        )
        .map((node) => ({
          nodes: [node.id],
          wires: node.ins.map(({ id }) => id),
          values: { node: node.name },
        }))
    );
  },
} as const satisfies LintRule;
