import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';
import { retryOf } from '../retryOf';

/** Many that failed together try again together. */
export const retryInStep = {
  code: 'retry-in-step',
  severity: 'hint',
  sentence:
    'Whoever fails together at “{node}” tries again together, after the same pause. Draw the pauses at random, or give retries a budget.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const retry = retryOf(node);
      const isMany = node.facts.servers > 1 && node.facts.servers < Infinity;
      if (retry === null || !isMany || retry.pauseMs === 0 || retry.jitter > 0 || retry.hasBudget) return [];
      return [{ nodes: [node.id], values: { node: node.name }, remedies: mendOf(node, 'drawPauses') }];
    });
  },
} as const satisfies LintRule;
