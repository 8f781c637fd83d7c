import type { LintRule } from '../LintRule';
import { loadOf } from '../loadOf';
import { mendOf } from '../mendOf';

/** What is urgent keeps out what is not. */
export const starvation = {
  code: 'starvation',
  severity: 'warning',
  sentence:
    '“{bus}” always hands out what is more urgent first, and those who take from it are busy {load} % of the time: what is less urgent may wait for ever. Let waiting count.',
  find(flow) {
    return flow.nodes.flatMap((bus) => {
      const { queue } = bus.traits;
      if (queue === undefined || !queue.isByPriority || queue.ages) return [];
      const loads = bus.outs.filter((wire) => !wire.isDeadLetter).map(({ to }) => loadOf(flow, to) ?? 0);
      const load = Math.max(0, ...loads);
      if (load < busy) return [];
      return [
        {
          nodes: [bus.id],
          values: { bus: bus.name, load: Math.min(100, Math.round(load * 100)) },
          remedies: mendOf(bus, 'age', 5_000),
        },
      ];
    });
  },
} as const satisfies LintRule;

const busy = 0.9;
