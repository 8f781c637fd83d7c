import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** What was done is forgotten before it may come again. */
export const memoryTooShort = {
  code: 'memory-too-short',
  severity: 'warning',
  sentence:
    '“{node}” remembers what it has done for {ms} ms, and “{bus}” may deliver it again after {again} ms. Let it remember longer.',
  find(flow) {
    return flow.wires.flatMap((wire) => {
      const [{ queue }, { work }] = [wire.from.traits, wire.to.traits];
      if (queue === undefined || work === undefined || queue.attempts < 2 || queue.ackTimeoutMs === Infinity)
        return [];
      const againMs = queue.ackTimeoutMs + queue.pauseMs;
      if (work.remembersMs === 0 || work.remembersMs > againMs) return [];
      return [
        {
          nodes: [wire.to.id],
          wires: [wire.id],
          values: { node: wire.to.name, bus: wire.from.name, ms: work.remembersMs, again: againMs },
          remedies: mendOf(wire.to, 'lengthenMemory', againMs * queue.attempts),
        },
      ];
    });
  },
} as const satisfies LintRule;
