import { copyJson } from './copyJson';
import type { Path } from './createProblem';
import { handFaultFields } from './faultFields';
import type { FlowNode, Intervention, InterventionAction } from './FlowDoc';
import { IdList } from './IdList';
import { limits } from './limits';
import type { NodeKind } from './NodeKind';
import { parseFields } from './parseFields';
import type { FieldScope } from './FieldScope';
import {
  isPlainObject,
  ownValue,
  readChoice,
  readList,
  readNumber,
  readObject,
  readText,
  type PlainObject,
} from './readValue';

interface Scope extends FieldScope {
  /** Every node by its id, and its kind. */
  readonly kinds: ReadonlyMap<string, NodeKind | undefined>;
}

const time = { min: 0, max: limits.timeUs, integer: true };
const switches = ['pause', 'resume', 'crash', 'revive'] as const;
const touches = ['drop', 'duplicate', 'pick'] as const;
const verbs = ['publish', ...switches, ...touches, 'fault', 'advance'] as const;

/** What people did during a run. */
export function parseInterventions(
  input: unknown,
  nodes: readonly FlowNode[],
  kinds: readonly NodeKind[],
  scope: FieldScope,
): readonly Intervention[] {
  const { problems } = scope;
  const kindById = new Map(kinds.map((kind) => [kind.id, kind]));
  const inner = { ...scope, kinds: new Map(nodes.map(({ id, kind }) => [id, kindById.get(kind)])) };
  const ids = new IdList(problems);
  return readList(input, ['interventions'], limits.interventions, problems).map((item, index) => {
    const path = ['interventions', index];
    const given = readObject(item, path, ['id', 'atUs', 'afterStep', 'action', 'name'], problems);
    const name = ownValue(given, 'name');
    const bounds = { min: 1, max: limits.nameLength };
    return {
      id: ids.read(ownValue(given, 'id'), [...path, 'id']),
      atUs: readNumber(ownValue(given, 'atUs'), [...path, 'atUs'], time, problems),
      afterStep: readNumber(ownValue(given, 'afterStep') ?? 0, [...path, 'afterStep'], time, problems),
      action: parseAction(ownValue(given, 'action'), [...path, 'action'], inner),
      ...(name === undefined ? {} : { name: readText(name, [...path, 'name'], bounds, problems) }),
    };
  });
}

function parseAction(value: unknown, path: Path, scope: Scope): InterventionAction {
  const { problems } = scope;
  const given = isPlainObject(value) ? value : readObject(value, path, [], problems);
  const stated = ownValue(given, 'do');
  const verb = readChoice(stated, [...path, 'do'], verbs, 'pause', problems);
  if (verb !== stated) return { do: 'pause', node: '' };
  if (verb === 'publish') return parsePublish(given, path, scope);
  if (verb === 'fault') {
    readObject(given, path, ['do', 'settings'], problems);
    const settings = ownValue(given, 'settings');
    return { do: verb, settings: parseFields(handFaultFields, settings, [...path, 'settings'], scope) };
  }
  const touch = touches.find((one) => one === verb);
  if (touch !== undefined) {
    readObject(given, path, touch === 'pick' ? ['do', 'message', 'luck'] : ['do', 'message'], problems);
    const bounds = { min: 1, max: limits.stepKeyLength };
    const message = readText(ownValue(given, 'message'), [...path, 'message'], bounds, problems);
    const luck = touch === 'pick' ? readLuck(ownValue(given, 'luck'), [...path, 'luck'], problems) : [];
    return touch === 'pick' && luck.length > 0 ? { do: touch, message, luck } : { do: touch, message };
  }
  if (verb === 'advance') return parseAdvance(given, path, scope);
  readObject(given, path, ['do', 'node'], problems);
  const change = switches.find((one) => one === verb) ?? 'pause';
  return { do: change, node: readNode(given, path, scope, 'or frame') };
}

/** Numbers of outcomes; none where the seed decides. */
function readLuck(value: unknown, path: Path, problems: FieldScope['problems']): readonly number[] {
  if (value === undefined) return [];
  const bounds = { min: 0, max: limits.outcomes, integer: true };
  return readList(value, path, limits.outcomes, problems).map((one, index) =>
    readNumber(one, [...path, index], bounds, problems),
  );
}

function parsePublish(given: PlainObject, path: Path, scope: Scope): InterventionAction {
  const { problems, eventTypes } = scope;
  readObject(given, path, ['do', 'node', 'type', 'key', 'data'], problems);
  const type = ownValue(given, 'type');
  if (typeof type !== 'string' || !eventTypes.has(type)) {
    problems.wrong('unknown-event-type', [...path, 'type'], type);
  }
  return {
    do: 'publish',
    node: readNode(given, path, scope, 'running'),
    type: typeof type === 'string' ? type : '',
    key: readText(ownValue(given, 'key') ?? '', [...path, 'key'], { max: limits.keyLength }, problems),
    data: copyJson(ownValue(given, 'data') ?? null, [...path, 'data'], limits.dataLength, problems),
  };
}

function parseAdvance(given: PlainObject, path: Path, scope: Scope): InterventionAction {
  const { problems } = scope;
  readObject(given, path, ['do', 'node', 'event', 'queue'], problems);
  const bounds = { min: 1, max: limits.timeUs, integer: true };
  return {
    do: 'advance',
    node: readNode(given, path, scope, 'running'),
    event: readNumber(ownValue(given, 'event'), [...path, 'event'], bounds, problems),
    queue: readText(
      ownValue(given, 'queue') ?? '',
      [...path, 'queue'],
      { max: limits.stepKeyLength },
      problems,
    ),
  };
}

/** The id of a node that runs, or of a frame, where what befalls it can befall all that is in it. */
function readNode(
  given: PlainObject,
  path: Path,
  { kinds, problems }: Scope,
  wanted: 'running' | 'or frame',
): string {
  const node = ownValue(given, 'node');
  const kind = typeof node === 'string' ? kinds.get(node) : undefined;
  const isFine = kind?.runs === true || (wanted === 'or frame' && kind?.resizable === true);
  if (kind === undefined) problems.wrong('unknown-node', [...path, 'node'], node);
  else if (!isFine) problems.wrong('node-does-not-run', [...path, 'node'], node);
  return typeof node === 'string' ? node : '';
}
