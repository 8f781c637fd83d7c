import type { LintRule } from '../LintRule';
import { checkExpressions } from '#engine/expression/checkExpressions';

/** An expression does not parse, so that it fails whenever it is needed. */
export const brokenExpression = {
  code: 'broken-expression',
  severity: 'warning',
  sentence:
    'An expression of “{name}” cannot be worked out, and fails whenever it is needed ({place}). Open its settings and mend it.',
  find(flow) {
    return checkExpressions(flow.doc, flow.kinds).flatMap(({ path }) => {
      const [part, index] = path;
      const place = path.slice(3).join('.');
      const wire = part === 'wires' ? flow.wires.find((one) => one.index === index) : undefined;
      if (wire !== undefined) {
        return [
          {
            wires: [wire.id],
            nodes: [wire.from.id],
            values: { name: `${wire.from.name} → ${wire.to.name}`, place },
          },
        ];
      }
      const node = flow.nodes.find((one) => part === 'nodes' && one.index === index);
      return node === undefined ? [] : [{ nodes: [node.id], values: { name: node.name, place } }];
    });
  },
} as const satisfies LintRule;
