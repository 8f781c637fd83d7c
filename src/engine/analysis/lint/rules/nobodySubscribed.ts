import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** Events come to a bus, and nobody takes them. */
export const nobodySubscribed = {
  code: 'nobody-subscribed',
  severity: 'warning',
  sentence:
    'Nobody subscribes to “{node}”: everything that is published to it is dropped. Wire it to a handler.',
  find(flow) {
    return flow.nodes
      .filter(({ traits: { queue }, ins, outs }) => {
        const isRead = outs.some((wire) => !wire.isDeadLetter);
        return (
          queue !== undefined && !queue.isForDeadLetters && !queue.keepsUnrouted && ins.length > 0 && !isRead
        );
      })
      .map((node) => ({
        nodes: [node.id],
        values: { node: node.name },
        remedies: mendOf(node, 'keepUnrouted'),
        evidence: { fact: 'unrouted', node: node.id },
      }));
  },
} as const satisfies LintRule;
