import type { LintRule } from '../LintRule';
import { checkPatterns } from '#engine/model/checkPatterns';

/** A pattern is none in the dialect of its bus. */
export const brokenPattern = {
  code: 'broken-pattern',
  severity: 'warning',
  sentence:
    'A pattern of the wire from “{from}” to “{to}” is none in the dialect of the bus and lets nothing through: {value}. Mend it.',
  find(flow) {
    return checkPatterns(flow.doc, flow.kinds).flatMap(({ path, values }) => {
      const wire = flow.wires.find(({ index }) => index === path[1]);
      if (wire === undefined) return [];
      return [
        {
          nodes: [wire.to.id],
          wires: [wire.id],
          values: { from: wire.from.name, to: wire.to.name, value: values['value'] ?? '' },
        },
      ];
    });
  },
} as const satisfies LintRule;
