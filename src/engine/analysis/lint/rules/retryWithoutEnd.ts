import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** Something is tried again for ever. */
export const retryWithoutEnd = {
  code: 'retry-without-end',
  severity: 'warning',
  sentence:
    '“{node}” tries again without end, so what can never succeed is never given up. Limit the attempts.',
  find(flow) {
    return flow.nodes.flatMap((node) => {
      const { source, queue } = node.traits;
      const isEndless = source?.retry?.attempts === Infinity;
      const isPoisoned =
        (queue?.attempts ?? 0) >= manyAttempts &&
        node.outs.some(({ to }) => to.traits.work?.hasPoison === true);
      if (!isEndless && !isPoisoned) return [];
      return [{ nodes: [node.id], values: { node: node.name }, remedies: mendOf(node, 'limitAttempts', 5) }];
    });
  },
} as const satisfies LintRule;

/** As good as no limit for what fails each time. */
const manyAttempts = 50;
