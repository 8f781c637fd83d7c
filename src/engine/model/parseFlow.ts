import { createProblem } from './createProblem';
import type { FlowDoc, FlowNode } from './FlowDoc';
import { isTooDeep } from './isTooDeep';
import { limits } from './limits';
import { migrate, migrations, type Migration } from './migrate';
import { formatVersion, runDefaults } from './newDocument';
import type { NodeKind } from './NodeKind';
import { parseEventTypes } from './parseEventTypes';
import { createFieldScope } from './FieldScope';
import { parseBranches } from './parseBranches';
import { parseFaults } from './parseFaults';
import { parseInterventions } from './parseInterventions';
import { parseNodes } from './parseNodes';
import { parseProtocols } from './protocols/parseProtocols';
import { parseWires } from './parseWires';
import type { Result } from './Problem';
import { ProblemList } from './ProblemList';
import { isPlainObject, ownValue, readNumber, readObject, readText, type PlainObject } from './readValue';

/** `$schema` lets editors of text offer what fits; it says nothing about the flow. */
const keys = [
  '$schema',
  'busbar',
  'name',
  'description',
  'seed',
  'untilMs',
  'eventTypes',
  'nodes',
  'wires',
  'interventions',
  'faults',
  'protocols',
  'branches',
];

/**
 * The one way into the program for a document from a link, file, storage, clipboard or message. It answers
 * with a new document, made only of what the format allows, or with the problems that keep it from being
 * one. Missing settings take their defaults; nothing else is changed without at least a warning. It never
 * throws, and its work is bounded by the limits.
 */
export function parseFlow(
  input: unknown,
  kinds: readonly NodeKind[],
  known: readonly Migration[] = migrations,
): Result<FlowDoc> {
  try {
    const migrated = migrate(input, known);
    return migrated.ok ? parseDocument(migrated.value, kinds, known) : migrated;
  } catch {
    // Only proxies and getters come here: JSON text and structured clones cannot throw when they are read.
    return { ok: false, problems: [createProblem('unreadable', [])] };
  }
}

/** As `parseFlow`, from JSON text of at most `maxLength` characters. */
export function parseFlowText(
  text: string,
  kinds: readonly NodeKind[],
  maxLength: number = limits.fileLength,
): Result<FlowDoc> {
  if (text.length > maxLength) {
    const values = { size: text.length, max: maxLength };
    return { ok: false, problems: [createProblem('too-large', [], values)] };
  }
  if (isTooDeep(text, limits.textDepth)) {
    return { ok: false, problems: [createProblem('too-deep', [], { max: limits.textDepth })] };
  }
  let input: unknown;
  try {
    // A byte order mark is what some editors put before the text.
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problems: [createProblem('not-json', [])] };
  }
  return parseFlow(input, kinds);
}

function parseDocument(
  input: PlainObject,
  kinds: readonly NodeKind[],
  known: readonly Migration[],
): Result<FlowDoc> {
  const problems = new ProblemList();
  const given = readObject(input, [], keys, problems);
  const branches = ownValue(given, 'branches');
  const valueOf = (key: string, fallback: unknown) => ownValue(given, key) ?? fallback;
  const eventTypes = parseEventTypes(valueOf('eventTypes', []), problems);
  const scope = createFieldScope(
    problems,
    eventTypes.map(({ id }) => id),
  );
  const nodes = parseNodes(ownValue(given, 'nodes'), kinds, scope);
  const faultScope = { ...scope, nodes: idsOfTargets(nodes, kinds) };
  return problems.result({
    busbar: formatVersion,
    name: readText(ownValue(given, 'name'), ['name'], { min: 1, max: limits.nameLength }, problems),
    description: readText(
      valueOf('description', ''),
      ['description'],
      { max: limits.descriptionLength, multiline: true },
      problems,
    ),
    seed: readNumber(
      valueOf('seed', runDefaults.seed),
      ['seed'],
      { min: 0, max: 0xffff_ffff, integer: true },
      problems,
    ),
    untilMs: readNumber(
      valueOf('untilMs', runDefaults.untilMs),
      ['untilMs'],
      { min: 0, max: limits.untilMs },
      problems,
    ),
    eventTypes,
    nodes,
    wires: parseWires(valueOf('wires', []), nodes, kinds, scope),
    interventions: parseInterventions(valueOf('interventions', []), nodes, kinds, faultScope),
    faults: parseFaults(valueOf('faults', []), faultScope),
    protocols: parseProtocols(valueOf('protocols', []), eventTypes, {
      ...scope,
      nodes: idsOfBuses(nodes, kinds),
    }),
    ...(branches === undefined
      ? {}
      : { branches: parseBranches(branches, problems, (flow) => parseKept(flow, kinds, known)) }),
  });
}

/** The flow of a branch: a document as any other, but branches have none of their own. */
function parseKept(input: unknown, kinds: readonly NodeKind[], known: readonly Migration[]): Result<FlowDoc> {
  const isNested = isPlainObject(input) && Object.hasOwn(input, 'branches');
  const parsed = parseFlow(isNested ? withoutBranches(input) : input, kinds, known);
  const problem = createProblem('unknown-key', [], { key: '"branches"' }, 'warning');
  return isNested ? { ...parsed, problems: [...parsed.problems, problem] } : parsed;
}

const withoutBranches = (input: PlainObject): PlainObject =>
  Object.fromEntries(Object.entries(input).filter(([key]) => key !== 'branches'));

/** What a fault can befall: nodes that run, and frames, which stand for what they hold. */
function idsOfTargets(nodes: readonly FlowNode[], kinds: readonly NodeKind[]): ReadonlySet<string> {
  const able = new Set(kinds.filter(({ runs, resizable }) => runs || resizable).map(({ id }) => id));
  return new Set(nodes.filter(({ kind }) => able.has(kind)).map(({ id }) => id));
}

/** What a protocol can be attached to. */
function idsOfBuses(nodes: readonly FlowNode[], kinds: readonly NodeKind[]): ReadonlySet<string> {
  const able = new Set(kinds.filter((kind) => kind.followsProtocols === true).map(({ id }) => id));
  return new Set(nodes.filter(({ kind }) => able.has(kind)).map(({ id }) => id));
}
