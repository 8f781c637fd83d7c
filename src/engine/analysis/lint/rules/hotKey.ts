import type { LintRule } from '../LintRule';
import { groupsOf } from '../groupsOf';

/** Most events have the same key, which one of many must do alone. */
export const hotKey = {
  code: 'hot-key',
  severity: 'hint',
  sentence:
    '{share} % of what “{source}” makes has the same key, and “{bus}” gives a key to one worker at a time: the others idle. Spread the key, or let another rule share the work.',
  find(flow) {
    return flow.nodes
      .filter(({ traits }) => (traits.source?.hotShare ?? 0) >= hot)
      .flatMap((source) =>
        source.outs
          .map(({ to }) => to)
          .filter((bus) => bus.traits.queue?.isOrderedByKey === true && !bus.traits.queue.isSync)
          .filter((bus) => groupsOf(bus).some((members) => members.length > 1))
          .map((bus) => ({
            nodes: [bus.id, source.id],
            values: {
              source: source.name,
              bus: bus.name,
              share: Math.round((source.traits.source?.hotShare ?? 0) * 100),
            },
          })),
      );
  },
} as const satisfies LintRule;

const hot = 0.4;
