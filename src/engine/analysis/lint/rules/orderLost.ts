import type { LintRule } from '../LintRule';
import { groupsOf } from '../groupsOf';
import { mendOf } from '../mendOf';

/** Events of one key overtake each other, where the last write wins. */
export const orderLost = {
  code: 'order-lost',
  severity: 'warning',
  sentence:
    'Several work side by side on what “{bus}” hands out, so events of one key overtake each other, and in “{node}” the last write wins. Keep the order per key, or use one worker.',
  find(flow) {
    // Where no key comes twice there is no order to lose.
    if (!flow.nodes.some(({ traits }) => traits.source?.repeatsKeys === true)) return [];
    return flow.nodes.flatMap((bus) => {
      const { queue } = bus.traits;
      if (queue === undefined || queue.isOrderedByKey || queue.isForDeadLetters) return [];
      return groupsOf(bus).flatMap((members) => {
        const loser = members.find(({ to: { traits, facts } }) => {
          const isSideBySide = members.length > 1 || facts.servers > 1;
          return isSideBySide && traits.work?.writes.some((write) => write.lastWins) === true;
        });
        if (loser === undefined) return [];
        return [
          {
            nodes: [loser.to.id, bus.id],
            wires: [loser.id],
            values: { bus: bus.name, node: loser.to.name },
            remedies: mendOf(bus, 'orderByKey'),
          },
        ];
      });
    });
  },
} as const satisfies LintRule;
