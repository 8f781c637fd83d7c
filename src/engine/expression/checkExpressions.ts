import { WireRules } from '#engine/model/checkWire';
import type { Path } from '#engine/model/createProblem';
import type { Field } from '#engine/model/fields';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import type { NodeKind } from '#engine/model/NodeKind';
import type { Problem } from '#engine/model/Problem';
import { wireFields } from '#engine/model/wireFields';
import { checkField } from './checkField';
import { isObject } from './isObject';

/**
 * What is wrong with the expressions of a document, by their place in it. The importer takes them as texts, since
 * a document with a broken one must open; in a run they fail where they are needed.
 */
export function checkExpressions(doc: FlowDoc, kinds: readonly NodeKind[]): readonly Problem[] {
  const rules = new WireRules(doc.nodes, kinds);
  return [
    ...doc.nodes.flatMap(({ kind, settings }, index) => {
      const fields = kinds.find(({ id }) => id === kind)?.fields ?? [];
      return checkSettings(fields, settings, ['nodes', index, 'settings']);
    }),
    ...doc.wires.flatMap(({ from, settings }, index) => {
      const carried = rules.carriedBy(from);
      const fields = carried === null ? [] : wireFields[carried];
      return checkSettings(fields, settings, ['wires', index, 'settings']);
    }),
  ];
}

function checkSettings(fields: readonly Field[], settings: Json, path: Path): readonly Problem[] {
  return fields.flatMap((field) => {
    const value = isObject(settings) ? (settings[field.id] ?? null) : null;
    const here = [...path, field.id];
    if (field.type === 'records') {
      return Array.isArray(value)
        ? value.flatMap((item: Json, index) => checkSettings(field.item, item, [...here, index]))
        : [];
    }
    const problem = checkField(field, value);
    return problem === null ? [] : [{ ...problem, path: [...here, ...problem.path] }];
  });
}
