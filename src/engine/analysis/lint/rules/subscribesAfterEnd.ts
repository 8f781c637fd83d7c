import type { LintRule } from '../LintRule';

/** A subscriber comes when the run is over. */
export const subscribesAfterEnd = {
  code: 'subscribes-after-end',
  severity: 'warning',
  sentence:
    '“{node}” subscribes to “{bus}” at {at} ms, and the run ends at {end} ms. Let it come earlier, or make the run longer.',
  find(flow) {
    const { untilMs } = flow.doc;
    return flow.wires.flatMap((wire) => {
      const at = wire.wire.settings['subscribeAtMs'];
      if (typeof at !== 'number' || untilMs === 0 || at < untilMs) return [];
      return [
        {
          nodes: [wire.to.id],
          wires: [wire.id],
          values: { node: wire.to.name, bus: wire.from.name, at, end: untilMs },
          remedies: [
            {
              id: 'startEarlier',
              values: { node: wire.to.name, amount: 0 },
              changes: [{ do: 'set', part: 'wires', id: wire.id, settings: { subscribeAtMs: 0 } }],
            },
          ],
        },
      ];
    });
  },
} as const satisfies LintRule;
