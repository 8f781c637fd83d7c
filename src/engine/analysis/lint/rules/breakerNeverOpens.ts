import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** A circuit breaker waits for more failures than it counts. */
export const breakerNeverOpens = {
  code: 'breaker-never-opens',
  severity: 'warning',
  sentence:
    'The circuit of “{node}” opens after {failures} failures among {window} attempts, which cannot be. Look at more attempts.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const breaker = node.traits.work?.breaker ?? null;
      if (breaker === null || breaker.window === 0 || breaker.failures <= breaker.window) return [];
      return [
        {
          nodes: [node.id],
          values: { node: node.name, ...breaker },
          remedies: mendOf(node, 'widenBreaker', breaker.failures * 2),
        },
      ];
    });
  },
} as const satisfies LintRule;
