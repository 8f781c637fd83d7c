import type { LintRule } from '../LintRule';

/** The patterns of a wire fit nothing that its bus carries. */
export const patternMatchesNothing = {
  code: 'pattern-matches-nothing',
  severity: 'warning',
  sentence:
    'The patterns of the wire from “{from}” to “{to}” ({patterns}) fit no event that comes there. Change them, or remove the wire.',
  find(flow) {
    return flow.wires
      .filter((wire) => {
        const types = flow.traffic.typesAt(wire.from);
        return (
          wire.from.traits.queue !== undefined &&
          wire.patterns.length > 0 &&
          types.length > 0 &&
          !types.some(wire.wants)
        );
      })
      .map((wire) => ({
        nodes: [wire.to.id],
        wires: [wire.id],
        values: { from: wire.from.name, to: wire.to.name, patterns: wire.patterns.join(', ') },
      }));
  },
} as const satisfies LintRule;
