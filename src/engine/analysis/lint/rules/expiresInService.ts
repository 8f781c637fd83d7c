import type { LintRule } from '../LintRule';

/** Events live shorter than it takes to do one. */
export const expiresInService = {
  code: 'expires-in-service',
  severity: 'warning',
  sentence:
    'What “{bus}” holds expires after {ttl} ms, and “{node}” needs {service} ms for one: whatever finds it busy is thrown away. Let events live longer, or work faster.',
  find(flow) {
    return flow.wires.flatMap((wire) => {
      const ttlMs = wire.from.traits.queue?.ttlMs ?? Infinity;
      const { work } = wire.to.traits;
      if (work === undefined || work.shortestMs < ttlMs || work.workers > 1) return [];
      return [
        {
          nodes: [wire.from.id, wire.to.id],
          wires: [wire.id],
          values: { bus: wire.from.name, node: wire.to.name, ttl: ttlMs, service: work.shortestMs },
          evidence: { fact: 'expired', node: wire.from.id },
        },
      ];
    });
  },
} as const satisfies LintRule;
