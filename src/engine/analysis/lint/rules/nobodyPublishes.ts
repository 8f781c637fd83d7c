import type { LintRule } from '../LintRule';

/** A bus has subscribers, and nothing is ever published to it. */
export const nobodyPublishes = {
  code: 'nobody-publishes',
  severity: 'warning',
  sentence:
    'Nothing is published to “{node}”, so whoever subscribes to it waits for ever. Wire a publisher or a handler to it.',
  find(flow) {
    return flow.nodes
      .filter(
        ({ traits: { queue }, ins, outs }) =>
          queue !== undefined && !queue.isForDeadLetters && ins.length === 0 && outs.length > 0,
      )
      .map((node) => ({ nodes: [node.id], values: { node: node.name } }));
  },
} as const satisfies LintRule;
