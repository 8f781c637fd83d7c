import { regexName } from '#engine/automata/regexTokens';
import { WireRules } from './checkWire';
import { defaultOf } from './defaultsOf';
import { distributionFields, laws } from './distributionFields';
import { faultFields, handFaultFields } from './faultFields';
import type { Field, Settings } from './fields';
import type { EventType, Fault, FlowDoc, FlowNode, Intervention, Protocol, Wire } from './FlowDoc';
import { freeEventTypeStyle } from './freeEventTypeStyle';
import type { Json } from './Json';
import type { NodeKind } from './NodeKind';
import { protocolFields } from './protocols/protocolFields';
import { withBranches } from './randomBranches';
import { randomChartSetting } from './statechart/randomStatechart';
import { wireFields } from './wireFields';

/** A whole number from 0 to n − 1, from whatever source of chance the caller has. */
export type Pick = (n: number) => number;

/**
 * Some checked document over the field tables of these kinds, small and odd: for tests that must hold for
 * every document. Equal picks make equal documents; picks of 0 make the smallest one.
 */
export function randomFlow(pick: Pick, kinds: readonly NodeKind[]): FlowDoc {
  return withBranches(pick, () => randomRunning(pick, kinds));
}

function randomRunning(pick: Pick, kinds: readonly NodeKind[]): FlowDoc {
  const eventTypes = randomEventTypes(pick);
  const types = eventTypes.map(({ id }) => id);
  const nodes = randomNodes(pick, kinds, types);
  return {
    busbar: 1,
    name: text(pick, 1),
    description: text(pick, 0),
    seed: pick(2) * pick(0xffff_ffff),
    untilMs: pick(2) * pick(1e9),
    eventTypes,
    nodes,
    wires: randomWires(pick, nodes, kinds, types),
    interventions: randomInterventions(pick, nodes, kinds, types),
    faults: randomFaults(pick, nodes, kinds, types),
    protocols: randomProtocols(pick, nodes, kinds, eventTypes),
  };
}

function randomEventTypes(pick: Pick): readonly EventType[] {
  const types: EventType[] = [];
  for (let left = pick(5); left > 0; left--) {
    const id = `${oneOf(pick, ['type-', 't', 'x_'])}${types.length + 1}`;
    const style = freeEventTypeStyle(types);
    types.push({ id, name: text(pick, 1), ...style, colour: pick(4) === 0 ? pick(6) + 1 : style.colour });
  }
  return types;
}

function randomNodes(pick: Pick, kinds: readonly NodeKind[], types: readonly string[]): readonly FlowNode[] {
  const nodes: FlowNode[] = [];
  const frames: string[] = [];
  for (let left = pick(8); left > 0; left--) {
    const kind = oneOf(pick, kinds);
    const id = `${oneOf(pick, [`${kind.id}-`, 'n', 'Node_'])}${nodes.length + 1}`;
    nodes.push({
      id,
      kind: kind.id,
      name: text(pick, 1),
      x: (pick(200) - 100) * oneOf(pick, [20, 1, 37]),
      y: (pick(200) - 100) * oneOf(pick, [20, 1, 37]),
      ...(kind.resizable && pick(2) === 1 ? { width: 20 + pick(500), height: 20 + pick(500) } : {}),
      ...(frames.length > 0 && pick(3) === 1 ? { group: oneOf(pick, frames) } : {}),
      settings: randomSettings(pick, kind.fields, types),
    });
    if (kind.resizable && !kind.runs) frames.push(id);
  }
  return nodes;
}

function randomWires(
  pick: Pick,
  nodes: readonly FlowNode[],
  kinds: readonly NodeKind[],
  types: readonly string[],
): readonly Wire[] {
  const wires: Wire[] = [];
  const rules = new WireRules(nodes, kinds);
  const ends = nodes.flatMap((node) =>
    (kinds.find(({ id }) => id === node.kind)?.ports ?? []).map((port) => ({ node: node.id, port: port.id })),
  );
  for (let left = ends.length === 0 ? 0 : pick(20); left > 0; left--) {
    const [from, to] = [oneOf(pick, ends), oneOf(pick, ends)];
    const carried = rules.carriedBy(from);
    if (carried === null || rules.check(from, to) !== null) continue;
    rules.add(from, to);
    const id = oneOf(pick, [
      `wire-${wires.length + 1}`,
      `w${wires.length + 1}`,
      `${from.node}-${to.node}-${wires.length}`,
    ]);
    wires.push({ id, from, to, settings: randomSettings(pick, wireFields[carried], types) });
  }
  return wires;
}

function randomInterventions(
  pick: Pick,
  nodes: readonly FlowNode[],
  kinds: readonly NodeKind[],
  types: readonly string[],
): readonly Intervention[] {
  const running = nodes.filter((node) => kinds.some(({ id, runs }) => runs && id === node.kind));
  if (running.length === 0) return [];
  const ids = running.map(({ id }) => id);
  return Array.from({ length: pick(4) }, (_, index) => {
    const node = oneOf(pick, ids);
    const actions: readonly Intervention['action'][] = [
      { do: oneOf(pick, ['pause', 'resume', 'crash', 'revive']), node },
      { do: oneOf(pick, ['drop', 'duplicate', 'pick']), message: `deliver.${node}.${pick(99)}` },
      { do: 'pick', message: `${node}/finish`, luck: Array.from({ length: 1 + pick(4) }, () => pick(300)) },
      { do: 'fault', settings: randomSettings(pick, handFaultFields, types, ids) },
      { do: 'advance', node, event: 1 + pick(99), queue: oneOf(pick, ['', 'mail']) },
      ...types.map((type) => ({ do: 'publish', node, type, key: text(pick, 0), data: json(pick) }) as const),
    ];
    const named = pick(4) === 0 ? { name: text(pick, 1) } : {};
    const [atUs, afterStep] = [pick(1e9), pick(1000)];
    return { id: `i${index + 1}`, atUs, afterStep, action: oneOf(pick, actions), ...named };
  });
}

function randomFaults(
  pick: Pick,
  nodes: readonly FlowNode[],
  kinds: readonly NodeKind[],
  types: readonly string[],
): readonly Fault[] {
  const able = nodes.filter((node) => kinds.find(({ id }) => id === node.kind)?.runs === true);
  const frames = nodes.filter((node) => kinds.find(({ id }) => id === node.kind)?.resizable === true);
  const targets = [...able, ...frames].map(({ id }) => id);
  // Most flows have none; the first pick of the smallest document is 0.
  return Array.from({ length: Math.max(0, pick(6) - 3) }, (_, index) => ({
    id: oneOf(pick, [`fault-${index + 1}`, `f${index + 1}`]),
    name: text(pick, 1),
    settings: randomSettings(pick, faultFields, types, targets),
  }));
}

/** Protocols of which each says something, whatever their source. */
function randomProtocols(
  pick: Pick,
  nodes: readonly FlowNode[],
  kinds: readonly NodeKind[],
  types: readonly EventType[],
): readonly Protocol[] {
  const able = kinds.filter((kind) => kind.followsProtocols === true).map(({ id }) => id);
  const buses = nodes.filter(({ kind }) => able.includes(kind)).map(({ id }) => id);
  const ids = types.map(({ id }) => id);
  const count = types.length < 3 ? 0 : Math.max(0, pick(6) - 3);
  return Array.from({ length: count }, (_, index) => {
    const { name } = oneOf(pick, types);
    const [first, second, third] = pick(2) === 0 ? ids : ids.toReversed();
    const settings = {
      ...randomSettings(pick, protocolFields, ids, buses),
      opener: oneOf(pick, ids),
      closer: oneOf(pick, ids),
      ...(first !== undefined && second !== undefined && third !== undefined && { first, second, third }),
      expression: `${regexName(name)} .*`,
      automaton: {
        automaton: 1,
        states: ['open', 'paid'],
        letters: [name],
        initial: ['open'],
        accepting: ['paid'],
        arrows: [
          ['open', name, 'paid'],
          ['open', null, 'paid'],
        ],
      },
    };
    return { id: `p${index + 1}`, name: text(pick, 1), settings };
  });
}

/** About half of the fields have their default, as in flows that people draw. */
function randomSettings(
  pick: Pick,
  fields: readonly Field[],
  types: readonly string[],
  nodes: readonly string[] = [],
): Settings {
  return Object.fromEntries(
    fields.map((field) => [
      field.id,
      pick(2) === 0 ? defaultOf(field) : randomValue(pick, field, types, nodes),
    ]),
  );
}

function randomValue(pick: Pick, field: Field, types: readonly string[], nodes: readonly string[]): Json {
  switch (field.type) {
    case 'number':
      return number(pick, field.min, field.max, field.integer === true);
    case 'duration':
      return number(pick, field.min, field.max, false);
    case 'probability':
      return oneOf(pick, [0, 0.05, 0.5, 1, pick(1000) / 1000, 1 / 3]);
    case 'boolean':
      return pick(2) === 1;
    case 'choice':
      return oneOf(pick, field.options);
    case 'text':
      return text(pick, 0).slice(0, field.maxLength);
    case 'expression':
      return oneOf(pick, expressions[field.gives]).slice(0, field.maxLength);
    case 'texts':
      return Array.from({ length: pick(3) }, () => text(pick, 1).slice(0, field.maxLength));
    case 'eventType':
      return oneOf(pick, ['', ...types]);
    case 'node':
      return oneOf(pick, ['', ...nodes]);
    case 'json':
      return field.template === true ? oneOf<Json>(pick, [json(pick), ...templates]) : json(pick);
    case 'distribution':
      return randomDistribution(pick);
    case 'statechart':
      return pick(3) === 0 ? null : randomChartSetting(pick, types);
    case 'recording':
      return { name: text(pick, 0), events: randomEvents(pick, types) };
    case 'records':
      return Array.from({ length: pick(3) }, () => randomSettings(pick, field.item, types));
  }
}

/** Good ones and ones that fail in a run or do not parse, which a document may hold as well. */
const expressions = {
  condition: ['', 'true', 'data.total > 3', 'key.startsWith("a") || n % 2 == 0', 'random < 0.5', 'n +'],
  value: [
    '',
    'n',
    'data',
    '{"total": data.total, "tags": [type, key]}',
    'read[key] + 1',
    'attempt / 0',
    '("',
  ],
  text: ['', 'key', '"order-" + string(n)', 'type + "." + key', 'data.name', 'unknown'],
} as const;

const templates: readonly Json[] = [
  { total: '${n * 10}', label: 'Order ${key}' },
  ['${event}', '${data.tags}', 'at ${now}'],
  '${random}',
  '${1 +}',
];

function randomDistribution(pick: Pick): Json {
  const law = oneOf(pick, laws);
  const numbers = distributionFields[law].map(({ id, min }) => [id, min + pick(900)] as const);
  // Parameters come in table order, and of a uniform law the second must not be below the first.
  const [first, second] = numbers;
  const isUpsideDown =
    law === 'uniform' && first !== undefined && second !== undefined && first[1] > second[1];
  return { law, ...Object.fromEntries(isUpsideDown ? [first, ['max', first[1] + second[1]]] : numbers) };
}

function randomEvents(pick: Pick, types: readonly string[]): Json {
  if (types.length === 0) return [];
  let atMs = 0;
  return Array.from({ length: pick(5) }, () => {
    atMs += oneOf(pick, [0, 1, 0.125, 86_400_000, 1 / 3]);
    return [atMs, oneOf(pick, types), text(pick, 0)];
  });
}

function number(pick: Pick, min: number, max: number, isInteger: boolean): number {
  const value = oneOf(pick, [min, max, pick(100), pick(1e6), pick(100) / 10, pick(1e6) / 1e5, 1 / 3, 1e-7]);
  return Math.min(max, Math.max(min, isInteger ? Math.round(value) : value));
}

function json(pick: Pick): Json {
  return oneOf<Json>(pick, [
    null,
    0,
    -1.5,
    'a"b\n',
    true,
    [],
    { total: pick(9), tags: ['x', null] },
    [[1], {}],
  ]);
}

function text(pick: Pick, minLength: number): string {
  const words = ['Orders', 'OrderPlaced', 'a', '汉字 🎉', 'é', '<b>', "it's", 'x.y.*', '{"a":1}', '7'];
  const start = minLength > 0 ? oneOf(pick, words) : '';
  return start + Array.from({ length: pick(3) }, () => oneOf(pick, words)).join(' ');
}

function oneOf<T>(pick: Pick, list: readonly [T, ...T[]] | readonly T[]): T {
  const chosen = list[pick(list.length)];
  // Callers hand over lists with at least one entry, and `pick` stays below their length.
  return chosen as T;
}
