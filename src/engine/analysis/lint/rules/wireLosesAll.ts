import type { LintRule } from '../LintRule';

/** A wire loses everything. */
export const wireLosesAll = {
  code: 'wire-loses-all',
  severity: 'warning',
  sentence: 'The wire from “{from}” to “{to}” loses everything. Lower its loss, or remove it.',
  find(flow) {
    return flow.wires
      .filter((wire) => wire.yield <= 0)
      .map((wire) => ({
        nodes: [wire.to.id],
        wires: [wire.id],
        values: { from: wire.from.name, to: wire.to.name },
        remedies: [
          {
            id: 'removeWire',
            values: { node: `${wire.from.name} → ${wire.to.name}`, amount: 0 },
            changes: [{ do: 'removeWire', id: wire.id }],
          },
        ],
        evidence: { fact: 'lost' },
      }));
  },
} as const satisfies LintRule;
