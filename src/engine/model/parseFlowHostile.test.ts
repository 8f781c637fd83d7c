import { kinds } from '#kinds/index';
import { problemMessage } from './problemMessage';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowDoc } from './FlowDoc';
import { limits } from './limits';
import { parseFlow, parseFlowText } from './parseFlow';

/** Many documents on a busy machine. */
const slow = { timeout: 60_000 };

const node = { id: 'a', kind: 'bus', name: 'A', x: 0, y: 0 };
const flow = (change: object, inNode: object = {}) => ({
  busbar: 1,
  name: 'F',
  nodes: [{ ...node, ...inNode }],
  wires: [],
  ...change,
});
const fromText = (text: string): unknown => JSON.parse(text);

function cycle(): unknown {
  const loop: Record<string, unknown> = {};
  loop['a'] = loop;
  loop['b'] = [loop, loop];
  return loop;
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const withData = (data: unknown) => flow({}, { kind: 'publisher', settings: { data } });

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a number', 1],
  ['a text', 'busbar'],
  ['a list', [1]],
  ['a function', () => 1],
  ['a class instance', new Error('busbar')],
  ['a map', new Map([['busbar', 1]])],
  ['no version', { nodes: [] }],
  ['a version as text', flow({ busbar: '1' })],
  ['a version that is no number', flow({ busbar: Number.NaN })],
  ['version 0', flow({ busbar: 0 })],
  ['a version from the future', flow({ busbar: 2 })],
  ['a label that is an object', flow({}, { name: { toString: 'x' } })],
  ['a label that is a list', flow({}, { name: [] })],
  ['a kind called constructor', flow({}, { kind: 'constructor' })],
  ['a kind called __proto__', flow({}, { kind: '__proto__' })],
  ['a kind called toString', flow({}, { kind: 'toString' })],
  ['a kind that is an object', flow({}, { kind: {} })],
  ['a missing position', flow({}, { x: undefined })],
  ["a position in React Flow's way", flow({}, { x: { x: 1 }, y: null })],
  ['a position that is not a number', flow({}, { x: Number.NaN })],
  ['an infinite position', flow({}, { y: Number.POSITIVE_INFINITY })],
  ['a null node', flow({ nodes: [null] })],
  ['a node that is a list', flow({ nodes: [[]] })],
  ['a hole instead of a node', flow({ nodes: Array.from({ length: 3 }) })],
  ['nodes as an object', flow({ nodes: { length: 1, 0: node } })],
  ['a null wire', flow({ wires: [null] })],
  ['a wire without ends', flow({ wires: [{ id: 'w' }] })],
  [
    'a wire to nowhere',
    flow({ wires: [{ id: 'w', from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } }] }),
  ],
  [
    'a port called constructor',
    flow({ wires: [{ id: 'w', from: { node: 'a', port: 'constructor' }, to: 0 }] }),
  ],
  ['an id called __proto__', flow({}, { id: '__proto__' })],
  ['an id with markup', flow({}, { id: '<img src=x>' })],
  ['an id of 65 letters', flow({}, { id: 'x'.repeat(65) })],
  ['settings as a list', flow({}, { settings: [] })],
  ['null settings', flow({}, { settings: null })],
  ['a setting that is not a number', flow({}, { settings: { capacity: Number.NaN } })],
  ['an infinite setting', flow({}, { settings: { capacity: Number.POSITIVE_INFINITY } })],
  [
    'a law called __proto__',
    flow({}, { kind: 'handler', settings: { service: fromText('{"law":"__proto__"}') } }),
  ],
  ['a law that is a list', flow({}, { kind: 'handler', settings: { service: ['constant', 1] } })],
  ['records with null', flow({}, { kind: 'handler', settings: { actions: [null] } })],
  ['texts with objects', flow({}, { kind: 'handler', settings: { poisonKeys: [{}] } })],
  ['data with a cycle', withData(cycle())],
  ['data with a function', withData({ run: () => 1 })],
  ['data with a big integer', withData(10n)],
  ['data with a hole', withData([undefined])],
  ['data that is nested 33 levels deep', withData(fromText(deep(33)))],
  ['data that is nested 100,000 levels deep', withData(fromText(deep(100_000)))],
  ['data of two million entries', withData(Array.from({ length: 2_000_000 }, () => 0))],
  ['a text of 50 million characters', flow({ name: 'x'.repeat(50_000_000) })],
  ['an intervention of null', flow({ interventions: [null] })],
  [
    'an intervention on a prototype',
    flow({ interventions: [{ id: 'i', atUs: 0, action: { do: 'pause', node: 'toString' } }] }),
  ],
  [
    'a getter that throws',
    {
      get busbar(): number {
        throw new Error('boo');
      },
    },
  ],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error('boo');
        },
      },
    ),
  ],
])('%s is a list of problems, never a throw', (_, input) => {
  const result = parseFlow(input, kinds);
  expect(result.ok).toBe(false);
  expect(result.problems.length).toBeGreaterThan(0);
  for (const problem of result.problems) expect(problemMessage(problem)).not.toMatch(/\{\w+\}/);
});

test.each([
  ['no JSON', '{busbar:1}', 'not-json'],
  ['nothing', '', 'not-json'],
  ['lists without end', '['.repeat(10), 'not-json'],
  ['lists 64 deep', deep(64), 'not-a-flow'],
  ['lists 65 deep', deep(65), 'too-deep'],
  ['seven million lists', deep(7_000_000), 'too-deep'],
  ['too much', ' '.repeat(limits.fileLength + 1), 'too-large'],
])('a text with %s is one problem', (_, text, code) => {
  expect(parseFlowText(text, kinds).problems.map((problem) => problem.code)).toEqual([code]);
});

test('nothing that pages or canvases obey gets through', () => {
  const input =
    fromText(`{"busbar":1,"name":"F","__proto__":{"polluted":1},"wires":[],"nodes":[{"id":"a","kind":"bus",
    "name":"<script>alert(1)</script>","x":0,"y":0,"style":"color:red","className":"x","type":"constructor",
    "domAttributes":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=alert(1)>"}},"data":{"label":{}},
    "__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
    "settings":{"__proto__":{"polluted":1},"style":{"backgroundImage":"url(//example.org)"}}}]}`);
  const result = parseFlow(input, kinds);
  const doc = result.ok ? result.value : null;
  expect(Object.keys(doc?.nodes[0] ?? {})).toEqual(['id', 'kind', 'name', 'x', 'y', 'settings']);
  expect(doc?.nodes[0]?.name).toBe('<script>alert(1)</script>');
  expect(JSON.stringify(doc)).not.toMatch(/polluted|example|onerror|style|constructor/);
  expect('polluted' in {}).toBe(false);
  expect(Object.getPrototypeOf(doc?.nodes[0]?.settings)).toBe(Object.prototype);
  expect(result.problems.every(({ severity }) => severity === 'warning')).toBe(true);
});

test('keys that could reach a prototype are dropped inside data too, at every depth', () => {
  const data = fromText('{"a":[{"__proto__":{"x":1},"b":1}],"constructor":{"prototype":1},"prototype":2}');
  const result = parseFlow(withData(data), kinds);
  expect(result.ok && result.value.nodes[0]?.settings['data']).toEqual({ a: [{ b: 1 }] });
  expect(result.problems.map(({ code }) => code)).toEqual(['dropped-key', 'dropped-key', 'dropped-key']);
});

test('data that is nested 32 levels deep is kept', () => {
  const data = fromText(deep(32));
  const result = parseFlow(withData(data), kinds);
  expect(result.ok && result.value.nodes[0]?.settings['data']).toEqual(data);
});

test('control characters, direction overrides and lone surrogates leave names, and emoji stay', () => {
  const result = parseFlow(flow({}, { name: 'a\u0000b\n\u202Ec\uD800d 🎉 汉字 e\u0301' }), kinds);
  expect(result.ok && result.value.nodes[0]?.name).toBe('abc\uFFFDd 🎉 汉字 e\u0301');
  expect(result.problems.map(({ code }) => code)).toEqual(['text-cleaned']);
});

test('an inherited setting does not exist', () => {
  const settings: unknown = Object.create({ capacity: 5 });
  expect(parseFlow(flow({}, { settings }), kinds).ok).toBe(false);
});

/** Every value in the document is plain JSON data of a bounded kind. */
function isSound(doc: FlowDoc): boolean {
  return JSON.stringify(JSON.parse(JSON.stringify(doc))) === JSON.stringify(doc) && parseFlow(doc, kinds).ok;
}

test('anything at all, put anywhere into a flow, is a sound document or a list of problems', slow, () => {
  const anything = fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, maxDepth: 3 });
  const key = fc.constantFrom(
    'id',
    'kind',
    'name',
    'x',
    'y',
    'width',
    'group',
    'settings',
    'style',
    '__proto__',
  );
  const inputs = fc.record({
    inNode: fc.dictionary(key, anything, { maxKeys: 2 }),
    inFlow: fc.dictionary(fc.constantFrom('name', 'seed', 'wires', 'eventTypes', 'interventions'), anything, {
      maxKeys: 1,
    }),
    kind: fc.constantFrom(...kinds),
    value: anything,
    field: fc.nat(30),
  });
  let documents = 0;
  fc.assert(
    fc.property(inputs, ({ inNode, inFlow, kind, value, field }) => {
      const id = kind.fields[field % Math.max(1, kind.fields.length)]?.id ?? 'x';
      const result = parseFlow(flow(inFlow, { kind: kind.id, settings: { [id]: value }, ...inNode }), kinds);
      if (result.ok) documents++;
      return result.ok ? isSound(result.value) : result.problems.length > 0;
    }),
    { seed: 20_260_101, numRuns: 2000 },
  );
  expect(documents).toBeGreaterThan(10);
});

test('brackets inside of texts do not count as depth, and marks inside of texts do not end them', () => {
  const name = `${'['.repeat(70)}"\\"{\\`;
  const result = parseFlowText(JSON.stringify(flow({ name })), kinds);
  expect(result.ok && result.value.name).toBe(name);
});

test('a hundred thousand keys that mean nothing are counted, not listed', slow, () => {
  const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]));
  const result = parseFlow(flow({}, keys), kinds);
  expect(result.ok).toBe(true);
  expect(result.problems).toHaveLength(limits.problems + 1);
  expect(result.problems.at(-1)).toMatchObject({ severity: 'warning', values: { count: 99_900 } });
});
