import type { LintRule } from '../LintRule';

/** A rate limit lets less through than comes. */
export const rateLimitTooLow = {
  code: 'rate-limit-too-low',
  severity: 'warning',
  sentence:
    '“{node}” may begin {limit} a second, and {rate} a second come: what waits grows for ever. Raise the limit, or publish less.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const limit = node.traits.work?.perSecond ?? Infinity;
      const rates = flow.types.map((_, type) => flow.traffic.rateAt(node, type));
      const rate = rates.reduce<number>((sum, one) => sum + (one ?? NaN), 0);
      return rate > limit
        ? [{ nodes: [node.id], values: { node: node.name, limit, rate: Number(rate.toPrecision(3)) } }]
        : [];
    });
  },
} as const satisfies LintRule;
