import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';
import { retryOf } from '../retryOf';

/** A failed attempt is repeated at once. */
export const retryWithoutPause = {
  code: 'retry-without-pause',
  severity: 'warning',
  sentence:
    '“{node}” tries again at once, which fails for the same reason and loads what is in trouble already. Let it wait longer each time.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const retry = retryOf(node);
      if (retry === null || retry.pauseMs > 0) return [];
      return [
        {
          nodes: [node.id],
          values: { node: node.name },
          remedies: mendOf(node, 'backOff', 200),
          evidence: { fact: 'retry', node: node.id },
        },
      ];
    });
  },
} as const satisfies LintRule;
