import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';
import { longestMean } from '../longestMean';

/** A caller gives up before the answer can be there. */
export const callTimeoutBelowService = {
  code: 'call-timeout-below-service',
  severity: 'warning',
  sentence:
    '“{node}” waits {timeout} ms for an answer, and “{server}” works for {service} ms: calls fail although nothing is wrong. Wait longer.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const timeoutMs = node.traits.source?.timeoutMs ?? Infinity;
      if (timeoutMs === Infinity) return [];
      const servers = node.outs
        .filter(({ to }) => to.facts.holdsCaller)
        .flatMap(({ to }) => to.outs.map((wire) => wire.to))
        .filter((server) => server.facts.holdsCaller && longestMean(flow, server) >= timeoutMs);
      return servers.slice(0, 1).map((server) => {
        const serviceMs = longestMean(flow, server);
        return {
          nodes: [node.id, server.id],
          values: {
            node: node.name,
            server: server.name,
            timeout: timeoutMs,
            service: Math.round(serviceMs),
          },
          remedies: mendOf(node, 'lengthenTimeout', Math.ceil(serviceMs * 3)),
        };
      });
    });
  },
} as const satisfies LintRule;
