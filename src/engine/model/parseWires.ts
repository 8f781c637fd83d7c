import { WireRules } from './checkWire';
import type { Path } from './createProblem';
import type { FlowNode, Wire, WireEnd } from './FlowDoc';
import { IdList } from './IdList';
import { limits } from './limits';
import type { NodeKind } from './NodeKind';
import type { FieldScope } from './FieldScope';
import { parseFields } from './parseFields';
import type { ProblemList } from './ProblemList';
import { ownValue, readId, readList, readObject } from './readValue';
import { wireFields } from './wireFields';

/** The wires of a document: each joins two ports that fit, and no two join the same pair. */
export function parseWires(
  input: unknown,
  nodes: readonly FlowNode[],
  kinds: readonly NodeKind[],
  scope: FieldScope,
): readonly Wire[] {
  const { problems } = scope;
  const rules = new WireRules(nodes, kinds);
  const ids = new IdList(problems);
  return readList(input, ['wires'], limits.wires, problems).map((item, index) => {
    const path = ['wires', index];
    const given = readObject(item, path, ['id', 'from', 'to', 'settings'], problems);
    const id = ids.read(ownValue(given, 'id'), [...path, 'id']);
    const from = readEnd(ownValue(given, 'from'), [...path, 'from'], problems);
    const to = readEnd(ownValue(given, 'to'), [...path, 'to'], problems);
    if (from !== null && to !== null) {
      const problem = rules.check(from, to, path);
      if (problem === null) rules.add(from, to);
      else problems.add(problem);
    }
    const carried = from === null ? null : rules.carriedBy(from);
    const fields = carried === null ? null : wireFields[carried];
    return {
      id,
      from: from ?? nowhere,
      to: to ?? nowhere,
      settings:
        fields === null ? {} : parseFields(fields, ownValue(given, 'settings'), [...path, 'settings'], scope),
    };
  });
}

/** Stands in for an end that could not be read; the document is refused then. */
const nowhere: WireEnd = { node: '', port: '' };

function readEnd(value: unknown, path: Path, problems: ProblemList): WireEnd | null {
  const given = readObject(value, path, ['node', 'port'], problems);
  const node = readId(ownValue(given, 'node'), [...path, 'node'], problems);
  const port = readId(ownValue(given, 'port'), [...path, 'port'], problems);
  return node === '' || port === '' ? null : { node, port };
}
