import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';
import { longestMean } from '../longestMean';

/** An attempt may take less time than the work does. */
export const timeoutBelowService = {
  code: 'timeout-below-service',
  severity: 'warning',
  sentence:
    '“{node}” allows {timeout} ms for an attempt, and the work takes {service} ms: attempts fail although nothing is wrong. Allow more time.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const { work } = node.traits;
      const serviceMs = longestMean(flow, node);
      if (work === undefined || work.timeoutMs > serviceMs) return [];
      return [
        {
          nodes: [node.id],
          values: { node: node.name, timeout: work.timeoutMs, service: Math.round(serviceMs) },
          remedies: mendOf(node, 'lengthenTimeout', Math.ceil(serviceMs * 3)),
          evidence: { fact: 'timed-out', node: node.id },
        },
      ];
    });
  },
} as const satisfies LintRule;
