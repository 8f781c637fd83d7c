import { WireRules } from '#engine/model/checkWire';
import type { Path } from '#engine/model/createProblem';
import type { Field } from '#engine/model/fields';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import type { NodeKind } from '#engine/model/NodeKind';
import type { Problem } from '#engine/model/Problem';
import { ProblemList } from '#engine/model/ProblemList';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import { wireFields } from '#engine/model/wireFields';
import { chartExpressions } from './chartExpressions';
import { checkField } from './checkField';
import { isObject } from './isObject';

/**
 * What is wrong with the expressions of a document, by their place in it, as warnings: the importer takes them as
 * texts, since a document with a broken one must open, and in a run they fail where they are needed.
 */
export function checkExpressions(doc: FlowDoc, kinds: readonly NodeKind[]): readonly Problem[] {
  const problems = new ProblemList();
  const rules = new WireRules(doc.nodes, kinds);
  for (const [index, { kind, settings }] of doc.nodes.entries()) {
    const fields = kinds.find(({ id }) => id === kind)?.fields ?? [];
    checkSettings(fields, settings, ['nodes', index, 'settings'], problems);
  }
  for (const [index, { from, settings }] of doc.wires.entries()) {
    const carried = rules.carriedBy(from);
    const fields = carried === null ? [] : wireFields[carried];
    checkSettings(fields, settings, ['wires', index, 'settings'], problems);
  }
  return problems.list;
}

function problemsOf(field: Field, value: Json): readonly Problem[] {
  if (field.type === 'statechart') {
    return value === null ? [] : readStatechart(value, chartExpressions).problems;
  }
  const problem = checkField(field, value);
  return problem === null ? [] : [problem];
}

function checkSettings(fields: readonly Field[], settings: Json, path: Path, problems: ProblemList): void {
  for (const field of fields) {
    const value = isObject(settings) ? (settings[field.id] ?? null) : null;
    const here = [...path, field.id];
    if (field.type === 'records' && Array.isArray(value)) {
      value.forEach((item: Json, index) => checkSettings(field.item, item, [...here, index], problems));
    }
    for (const problem of problemsOf(field, value)) {
      problems.add({ ...problem, path: [...here, ...problem.path], severity: 'warning' });
    }
  }
}
