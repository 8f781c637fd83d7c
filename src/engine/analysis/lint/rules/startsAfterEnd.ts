import type { LintRule } from '../LintRule';
import { mendOf } from '../mendOf';

/** A publisher begins when the run is over. */
export const startsAfterEnd = {
  code: 'starts-after-end',
  severity: 'warning',
  sentence:
    '“{node}” begins at {start} ms, and the run ends at {end} ms. Let it begin earlier, or make the run longer.',
  find(flow) {
    const { untilMs } = flow.doc;
    return flow.nodes
      .filter(({ traits: { source } }) => source !== undefined && untilMs > 0 && source.startMs >= untilMs)
      .map((node) => ({
        nodes: [node.id],
        values: { node: node.name, start: node.traits.source?.startMs ?? 0, end: untilMs },
        remedies: mendOf(node, 'startEarlier', 0),
      }));
  },
} as const satisfies LintRule;
