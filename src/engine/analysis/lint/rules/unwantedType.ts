import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** A bus gets events that none of its subscribers wants. */
export const unwantedType = {
  code: 'unwanted-type',
  severity: 'hint',
  sentence:
    'No subscriber of “{node}” wants {types}: these events are dropped. Widen a pattern, or do not publish them there.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const { queue } = node.traits;
      const readers = node.outs.filter((wire) => !wire.isDeadLetter);
      if (queue === undefined || queue.keepsUnrouted || queue.isForDeadLetters || readers.length === 0)
        return [];
      const unwanted = flow.traffic.typesAt(node).filter((type) => !readers.some((wire) => wire.wants(type)));
      if (unwanted.length === 0) return [];
      const types = unwanted.map((type) => flow.types[type]?.name ?? '').join(', ');
      return [
        {
          nodes: [node.id],
          values: { node: node.name, types },
          remedies: mendOf(node, 'keepUnrouted'),
          evidence: { fact: 'unrouted', node: node.id },
        },
      ];
    });
  },
} as const satisfies LintRule;
