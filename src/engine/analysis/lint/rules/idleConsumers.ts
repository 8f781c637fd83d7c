import type { LintRule } from '../LintRule';
import { groupsOf } from '../groupsOf';
import { mendOf } from '../mendOf';

/** There are more consumers than partitions. */
export const idleConsumers = {
  code: 'idle-consumers',
  severity: 'warning',
  sentence:
    '“{bus}” has {partitions} partitions, and {members} share them: some get nothing. Use more partitions, or fewer consumers.',
  find(flow) {
    return flow.nodes.flatMap((bus) => {
      const partitions = bus.traits.queue?.partitions ?? 1;
      const members = Math.max(0, ...groupsOf(bus).map((group) => group.length));
      if (partitions === 1 || members <= partitions) return [];
      return [
        {
          nodes: [bus.id],
          values: { bus: bus.name, partitions, members },
          remedies: mendOf(bus, 'addPartitions', members),
        },
      ];
    });
  },
} as const satisfies LintRule;
