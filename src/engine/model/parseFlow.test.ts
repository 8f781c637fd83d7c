import { kinds } from '#kinds/index';
import { problemMessage } from './problemMessage';
import { expect, test } from 'vitest';
import { defaultsOf } from './defaultsOf';
import { limits } from './limits';
import { newDocument } from './newDocument';
import { parseFlow, parseFlowText } from './parseFlow';
import type { Problem } from './Problem';
import { wireFields } from './wireFields';

const small = {
  busbar: 1,
  name: 'Orders',
  eventTypes: [{ id: 'placed', name: 'OrderPlaced' }],
  nodes: [
    { id: 'shop', kind: 'publisher', name: 'Storefront', x: 0, y: 0 },
    { id: 'bus', kind: 'bus', name: 'Orders', x: 200, y: 0, settings: { capacity: 10 } },
    { id: 'mail', kind: 'handler', name: 'E-mail', x: 400, y: 0 },
  ],
  wires: [
    { id: 'w1', from: { node: 'shop', port: 'out' }, to: { node: 'bus', port: 'in' } },
    { id: 'w2', from: { node: 'bus', port: 'out' }, to: { node: 'mail', port: 'in' } },
  ],
};

type Change = Partial<Record<keyof typeof small | 'seed' | 'untilMs' | 'interventions' | 'faults', unknown>>;

const problemsOf = (change: Change): readonly Problem[] => parseFlow({ ...small, ...change }, kinds).problems;
const firstOf = (change: Change) => {
  const [problem] = problemsOf(change);
  return problem === undefined ? null : `${problem.code} at ${problem.path.join('.')}`;
};
const withNode = (node: object): Change => ({ nodes: [{ ...small.nodes[0], ...node }], wires: [] });
const withSettings = (kind: string, settings: unknown): Change => withNode({ kind, settings });
const withFault = (settings: unknown): Change => ({ faults: [{ id: 'f1', settings }] });
const withAction = (action: unknown): Change => ({
  interventions: [{ id: 'i1', atUs: 5, afterStep: 1, action }],
});

test('what is missing takes its defaults, and everything given is kept', () => {
  const result = parseFlow(small, kinds);
  expect(result.problems).toEqual([]);
  const doc = result.ok ? result.value : newDocument('');
  expect(doc).toMatchObject({ seed: 1, untilMs: 600_000, description: '', interventions: [] });
  expect(doc.eventTypes[0]).toEqual({
    id: 'placed',
    name: 'OrderPlaced',
    shape: 'circle',
    colour: 1,
    outline: false,
  });
  const busFields = kinds.find(({ id }) => id === 'bus')?.fields ?? [];
  expect(doc.nodes[1]?.settings).toEqual({ ...defaultsOf(busFields), capacity: 10 });
  expect(doc.wires[1]?.settings).toEqual(defaultsOf(wireFields.delivery));
});

test('a checked document passes again and stays the same', () => {
  const first = parseFlow(small, kinds);
  expect(first.ok && parseFlow(first.value, kinds)).toEqual(first);
  expect(first.ok && parseFlowText(JSON.stringify(first.value), kinds)).toEqual(first);
});

test('an empty new flow is a document', () => {
  expect(parseFlow(newDocument('New'), kinds)).toEqual({ ok: true, value: newDocument('New'), problems: [] });
});

test('the document is made of new objects only', () => {
  const data = { list: [1, { deep: true }] };
  const input = { ...small, ...withSettings('publisher', { data }) };
  const result = parseFlow(input, kinds);
  data.list.push(2);
  expect(result.ok && result.value.nodes[0]?.settings['data']).toEqual({ list: [1, { deep: true }] });
});

test.each<[string, Change, string]>([
  ['an unknown kind', withNode({ kind: 'queue' }), 'unknown-kind at nodes.0.kind'],
  ['a missing kind', withNode({ kind: undefined }), 'missing at nodes.0.kind'],
  ['a missing position', withNode({ x: undefined }), 'missing at nodes.0.x'],
  ['a position that is no number', withNode({ y: '12' }), 'must-be-number at nodes.0.y'],
  ['an id with a space', withNode({ id: 'a b' }), 'bad-id at nodes.0.id'],
  ['an empty name', withNode({ name: ' ' }), 'text-empty at nodes.0.name'],
  ['a name of 81 characters', withNode({ name: 'x'.repeat(81) }), 'text-too-long at nodes.0.name'],
  ['a negative seed', { seed: -1 }, 'out-of-range at seed'],
  ['a broken seed', { seed: 1.5 }, 'must-be-whole at seed'],
  ['an endless horizon', { untilMs: 1e13 }, 'out-of-range at untilMs'],
  ['nodes that are no list', { nodes: {} }, 'must-be-list at nodes'],
  ['a node twice', { nodes: [small.nodes[0], small.nodes[0]], wires: [] }, 'duplicate-id at nodes.1.id'],
  ['an event type twice', { eventTypes: [{ id: 'a' }, { id: 'a' }] }, 'duplicate-id at eventTypes.1.id'],
  ['an unknown shape', { eventTypes: [{ id: 'a', shape: 'heart' }] }, 'not-an-option at eventTypes.0.shape'],
  ['a seventh colour', { eventTypes: [{ id: 'a', colour: 7 }] }, 'out-of-range at eventTypes.0.colour'],
  ['settings that are a text', withSettings('bus', 'x'), 'must-be-object at nodes.0.settings'],
  [
    'a number out of range',
    withSettings('bus', { capacity: -1 }),
    'out-of-range at nodes.0.settings.capacity',
  ],
  ['half a worker', withSettings('handler', { workers: 0.5 }), 'must-be-whole at nodes.0.settings.workers'],
  [
    'a probability above 1',
    withSettings('handler', { jitter: 2 }),
    'out-of-range at nodes.0.settings.jitter',
  ],
  ['an unknown option', withSettings('bus', { order: 'sorted' }), 'not-an-option at nodes.0.settings.order'],
  [
    'an unknown law',
    withSettings('handler', { service: { law: 'zipf' } }),
    'not-an-option at nodes.0.settings.service.law',
  ],
  [
    'a law without its mean',
    withSettings('handler', { service: { law: 'constant' } }),
    'missing at nodes.0.settings.service.mean',
  ],
  [
    'a uniform law upside down',
    withSettings('handler', { service: { law: 'uniform', min: 2, max: 1 } }),
    'distribution-order at nodes.0.settings.service',
  ],
  [
    'an event type that does not exist',
    withSettings('publisher', { mix: [{ type: 'gone' }] }),
    'unknown-event-type at nodes.0.settings.mix.0.type',
  ],
  [
    'a recording out of order',
    withSettings('publisher', {
      log: {
        events: [
          [5, 'placed', ''],
          [4, 'placed', ''],
        ],
      },
    }),
    'recording-order at nodes.0.settings.log.events.1',
  ],
  [
    'data that is too long',
    withSettings('publisher', { data: 'x'.repeat(4000) }),
    'json-too-long at nodes.0.settings.data',
  ],
  ['an action nobody knows', withAction({ do: 'explode' }), 'not-an-option at interventions.0.action.do'],
  [
    'a pause of nothing',
    withAction({ do: 'pause', node: 'x' }),
    'unknown-node at interventions.0.action.node',
  ],
  ['a fault nobody knows', withFault({ what: 'flood' }), 'not-an-option at faults.0.settings.what'],
  ['a fault of nobody known', withFault({ target: 'x' }), 'unknown-node at faults.0.settings.target'],
  ['two faults of one id', { faults: [{ id: 'f' }, { id: 'f' }] }, 'duplicate-id at faults.1.id'],
  ['a pick without a step', withAction({ do: 'pick' }), 'missing at interventions.0.action.message'],
  [
    'publishing an unknown type',
    withAction({ do: 'publish', node: 'shop', type: 'x' }),
    'unknown-event-type at interventions.0.action.type',
  ],
])('%s is refused with code and path', (_, change, expected) => {
  expect(firstOf(change)).toBe(expected);
  expect(parseFlow({ ...small, ...change }, kinds).ok).toBe(false);
});

test('every action of a person is read back as it was', () => {
  const actions = [
    { do: 'publish', node: 'shop', type: 'placed', key: 'order-1', data: { total: 3 } },
    ...['pause', 'resume', 'crash', 'revive'].map((verb) => ({ do: verb, node: 'bus' })),
    ...['drop', 'duplicate', 'pick'].map((verb) => ({ do: verb, message: 'deliver.bus.7' })),
  ];
  const interventions = actions.map((action, index) => ({
    id: `i${index}`,
    atUs: index,
    afterStep: 0,
    action,
  }));
  const result = parseFlow({ ...small, interventions }, kinds);
  expect(result.ok && result.value.interventions).toEqual(interventions);
});

test('a group can be crashed by hand and befallen by a fault, but not made to publish', () => {
  const nodes = [...small.nodes, { id: 'service', kind: 'group', x: 0, y: 0 }];
  const crash = { ...withAction({ do: 'crash', node: 'service' }), ...withFault({ target: 'service' }) };
  expect(parseFlow({ ...small, ...crash, nodes }, kinds)).toMatchObject({ ok: true, problems: [] });
  const publish = withAction({ do: 'publish', node: 'service', type: 'placed' });
  expect(parseFlow({ ...small, ...publish, nodes }, kinds).problems).toMatchObject([
    { code: 'node-does-not-run' },
  ]);
});

test('what means nothing here is left out, and said', () => {
  const result = parseFlow({ ...small, ...withNode({ style: 'x', width: 5 }), colour: 'red' }, kinds);
  expect(result.ok && Object.keys(result.value.nodes[0] ?? {})).toEqual([
    'id',
    'kind',
    'name',
    'x',
    'y',
    'settings',
  ]);
  expect(result.problems.map(({ code, severity, values }) => [code, severity, values['key']])).toEqual([
    ['unknown-key', 'warning', '"colour"'],
    ['unknown-key', 'warning', '"style"'],
    ['unknown-key', 'warning', '"width"'],
  ]);
});

test('notes and groups keep their size, and a node its group', () => {
  const nodes = [
    { id: 'g', kind: 'group', name: 'Shop', x: 0, y: 0, width: 300, height: 200 },
    { id: 'n', kind: 'note', name: 'Why', x: 0, y: 0, group: 'g', settings: { text: 'one\r\ntwo' } },
  ];
  const result = parseFlow({ ...small, nodes, wires: [] }, kinds);
  expect(result.ok && result.value.nodes).toMatchObject([
    { width: 300, height: 200 },
    { group: 'g', settings: { text: 'one\ntwo' } },
  ]);
});

test('a node outside of the canvas is moved to the edge, and said', () => {
  const result = parseFlow({ ...small, ...withNode({ x: -1e9 }) }, kinds);
  expect(result.ok && result.value.nodes[0]?.x).toBe(-limits.position);
  expect(result.problems.map(({ code }) => code)).toEqual(['position-clamped']);
});

test('groups that hold each other are refused, and a long chain of groups is not', () => {
  const group = (id: string, inside?: string) => ({ id, kind: 'group', x: 0, y: 0, group: inside });
  expect(firstOf({ nodes: [group('a', 'b'), group('b', 'a')], wires: [] })).toBe(
    'group-cycle at nodes.0.group',
  );
  expect(firstOf({ nodes: [group('a', 'a')], wires: [] })).toBe('group-cycle at nodes.0.group');
  expect(firstOf({ nodes: [group('a', 'shop'), small.nodes[0]], wires: [] })).toBe(
    'node-is-not-a-frame at nodes.0.group',
  );
  expect(firstOf({ nodes: [group('a', 'z')], wires: [] })).toBe('unknown-node at nodes.0.group');
  const chain = Array.from({ length: 2000 }, (_, i) => group(`g${i}`, i === 0 ? undefined : `g${i - 1}`));
  expect(problemsOf({ nodes: chain, wires: [] })).toEqual([]);
});

test.each([
  ['nodes', limits.nodes],
  ['wires', limits.wires],
  ['eventTypes', limits.eventTypes],
  ['interventions', limits.interventions],
  ['faults', limits.faults],
] as const)('too many %s are one problem', (list, max) => {
  const [problem, ...more] = problemsOf({ wires: [], [list]: Array.from({ length: max + 1 }, () => null) });
  expect([problem?.code, problem?.path]).toEqual(['too-many', [list]]);
  expect(more).toEqual([]);
});

test('a whole of the largest size is read', () => {
  const nodes = Array.from({ length: limits.nodes }, (_, i) => ({
    ...(i === 0 ? small.nodes[1] : small.nodes[2]),
    id: `n${i}`,
  }));
  const wires = nodes.slice(1).map(({ id }) => ({
    id: `to-${id}`,
    from: { node: 'n0', port: 'out' },
    to: { node: id, port: 'in' },
  }));
  expect(problemsOf({ nodes, wires })).toEqual([]);
});

test('of very many problems the first hundred are listed and the others counted', () => {
  const nodes = Array.from({ length: 500 }, () => null);
  const problems = problemsOf({ nodes, wires: [] });
  expect(problems).toHaveLength(limits.problems + 1);
  expect(problems.at(-1)).toMatchObject({ code: 'more-problems', severity: 'error', values: { count: 400 } });
});

test('a problem says what to do, with the place and the value', () => {
  expect(problemsOf(withSettings('bus', { capacity: -1 })).map(problemMessage)).toEqual([
    'nodes[0].settings.capacity is -1; choose a number from 0 to 1000000.',
  ]);
});
