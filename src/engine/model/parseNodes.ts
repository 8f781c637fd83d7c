import type { Path } from './createProblem';
import type { FlowNode } from './FlowDoc';
import { IdList } from './IdList';
import { limits } from './limits';
import type { NodeKind } from './NodeKind';
import type { FieldScope } from './FieldScope';
import { parseFields } from './parseFields';
import type { ProblemList } from './ProblemList';
import {
  isPlainObject,
  ownValue,
  readList,
  readNumber,
  readObject,
  readText,
  type PlainObject,
} from './readValue';

const keys = ['id', 'kind', 'name', 'x', 'y', 'group', 'settings'];
const sizedKeys = [...keys, 'width', 'height'];

/** The nodes of a document. Without a name the id is taken; without settings, the defaults of the kind. */
export function parseNodes(
  input: unknown,
  kinds: readonly NodeKind[],
  scope: FieldScope,
): readonly FlowNode[] {
  const { problems } = scope;
  const kindById = new Map(kinds.map((kind) => [kind.id, kind]));
  const ids = new IdList(problems);
  const nodes = readList(input, ['nodes'], limits.nodes, problems).map((item, index) =>
    parseNode(item, ['nodes', index], kindById, ids, scope),
  );
  checkGroups(nodes, kindById, problems);
  return nodes;
}

function parseNode(
  item: unknown,
  path: Path,
  kinds: ReadonlyMap<string, NodeKind>,
  ids: IdList,
  scope: FieldScope,
): FlowNode {
  const { problems } = scope;
  const kindId = isPlainObject(item) ? ownValue(item, 'kind') : undefined;
  const kind = typeof kindId === 'string' ? kinds.get(kindId) : undefined;
  const given = readObject(item, path, kind?.resizable === false ? keys : sizedKeys, problems);
  const id = ids.read(ownValue(given, 'id'), [...path, 'id']);
  if (kind === undefined) {
    const options = [...kinds.keys()].join(', ');
    if (kindId === undefined) problems.error('missing', [...path, 'kind']);
    else problems.wrong('unknown-kind', [...path, 'kind'], kindId, { options });
  }
  const group = ownValue(given, 'group');
  return {
    id,
    kind: kind?.id ?? '',
    name: readText(
      ownValue(given, 'name') ?? id,
      [...path, 'name'],
      { min: 1, max: limits.nameLength },
      problems,
    ),
    x: readPosition(ownValue(given, 'x'), [...path, 'x'], problems),
    y: readPosition(ownValue(given, 'y'), [...path, 'y'], problems),
    ...(kind?.resizable === true ? readSize(given, path, problems) : {}),
    // Whether it exists is known when all nodes are read.
    ...(typeof group === 'string' ? { group } : {}),
    ...(group !== undefined && typeof group !== 'string' ? wrongGroup(group, path, problems) : {}),
    settings:
      kind === undefined
        ? {}
        : parseFields(kind.fields, ownValue(given, 'settings'), [...path, 'settings'], scope),
  };
}

function wrongGroup(group: unknown, path: Path, problems: ProblemList): object {
  problems.wrong('must-be-text', [...path, 'group'], group);
  return {};
}

function readPosition(value: unknown, path: Path, problems: ProblemList): number {
  const given = readNumber(value, path, { min: -Infinity, max: Infinity }, problems);
  const clamped = Math.min(limits.position, Math.max(-limits.position, given));
  if (clamped !== given && Number.isFinite(given))
    problems.warning('position-clamped', path, { value: given });
  return clamped;
}

function readSize(given: PlainObject, path: Path, problems: ProblemList): Pick<FlowNode, 'width' | 'height'> {
  const size: { width?: number; height?: number } = {};
  for (const side of ['width', 'height'] as const) {
    const value = ownValue(given, side);
    if (value !== undefined) size[side] = readNumber(value, [...path, side], limits.size, problems);
  }
  return size;
}

/** Groups exist, can hold nodes, and no node is, by any detour, part of itself. */
function checkGroups(
  nodes: readonly FlowNode[],
  kinds: ReadonlyMap<string, NodeKind>,
  problems: ProblemList,
): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sound = new Set<string>();
  for (const [index, node] of nodes.entries()) {
    if (node.group === undefined) continue;
    const path = ['nodes', index, 'group'];
    const holder = byId.get(node.group);
    const kind = kinds.get(holder?.kind ?? '');
    if (holder === undefined) problems.wrong('unknown-node', path, node.group);
    else if (kind !== undefined && (kind.runs || !kind.resizable))
      problems.wrong('node-is-not-a-frame', path, node.group);
    else if (isInCycle(node, byId, sound)) problems.error('group-cycle', path);
  }
}

/** `sound` collects the nodes that are known to lead out of all groups, so that all checks together are linear. */
function isInCycle(start: FlowNode, byId: ReadonlyMap<string, FlowNode>, sound: Set<string>): boolean {
  const seen = new Set<string>();
  for (let node: FlowNode | undefined = start; node !== undefined; node = byId.get(node.group ?? '')) {
    if (sound.has(node.id)) break;
    if (seen.has(node.id)) return true;
    seen.add(node.id);
  }
  for (const id of seen) sound.add(id);
  return false;
}
