import { expect, test } from 'vitest';
import { enumerateWords } from '#engine/automata/enumerateWords';
import { regexOf } from '#engine/automata/regexOf';
import { parseFlow } from '#engine/model/parseFlow';
import { consumerGroups } from '#kinds/bus/consumerGroups';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { answerOrders } from './answerOrders';
import { BusOrders, type OrdersView } from './BusOrders';
import { usualSettings } from '../settings';
import { documentOf, type World } from '../smallWorlds';

const source = (type: string, count: number) => ['publisher', { mix: [{ type }], count }] as const;

const world = (workers: number): World => ({
  types: ['A', 'B'],
  nodes: {
    one: source('A', 2),
    other: source('B', 1),
    bus: ['bus', { groups: 'one' }],
    worker: ['handler', { workers }],
  },
  wires: ['one bus', 'other bus', 'bus worker'],
});

const publish: OrdersView = { order: 'publish', isPerKey: false };
const delivery: OrdersView = { order: 'delivery', isPerKey: false };
const completion: OrdersView = { order: 'completion', isPerKey: false };

function explored(given: World, { isReduced = true, tellsKeys = false, more = {} } = {}) {
  const parsed = parseFlow({ ...documentOf(given), ...more }, kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const bus = parsed.value.nodes.findIndex(({ id }) => id === 'bus');
  const place = { bus, laneOf: consumerGroups(parsed.value, 'bus') };
  const settings = { ...usualSettings, isReduced, events: 8 };
  const orders = new BusOrders(parsed.value, runningKinds, place, settings, tellsKeys);
  while (!orders.isOver) orders.advance(10_000);
  return { orders, doc: parsed.value, bus };
}

const ordersOf = (given: World, isReduced = true, more = {}): BusOrders =>
  explored(given, { isReduced, more }).orders;

function wordsOf(orders: BusOrders, view: OrdersView): readonly string[] {
  const made = orders.automaton(view);
  if (!made.ok) throw new Error(made.limit);
  return enumerateWords(made.value, { maxCount: 1000, maxLength: 8 }).words.map((word) => word.join(''));
}

test('two sources come to a bus in any order, and all of both; with and without reduction', () => {
  for (const isReduced of [true, false]) {
    for (const view of [publish, delivery, completion]) {
      expect(wordsOf(ordersOf(world(1), isReduced), view)).toEqual(['AAB', 'ABA', 'BAA']);
      expect(wordsOf(ordersOf(world(2), isReduced), view)).toEqual(['AAB', 'ABA', 'BAA']);
    }
  }
});

test('one order is one word, and the automaton is the smallest', () => {
  const single: World = {
    types: ['A', 'B'],
    nodes: {
      one: [
        'publisher',
        {
          generation: 'script',
          script: [
            { atMs: 0, type: 'A' },
            { atMs: 1, type: 'B' },
          ],
        },
      ],
      bus: ['bus', { groups: 'one' }],
      worker: ['handler', { workers: 1 }],
    },
    wires: ['one bus', 'bus worker'],
  };
  const made = ordersOf(single).automaton(completion);
  expect(made.ok && made.value.states.length).toBe(3);
  expect(made.ok && regexOf(made.value)).toMatchObject({ ok: true });
  const two = { ...single, nodes: { ...single.nodes, worker: ['handler', { workers: 2 }] as const } };
  expect(wordsOf(ordersOf(two), completion)).toEqual(['AB', 'BA']);
  expect(wordsOf(ordersOf(two), delivery)).toEqual(['AB']);
  expect(wordsOf(ordersOf(two), publish)).toEqual(['AB']);
  expect(wordsOf(ordersOf(single), completion)).toEqual(['AB']);
});

test('any of the words is a run of the runtime, and what is no word is none', () => {
  const orders = ordersOf(world(2));
  const run = orders.runOf(['B', 'A', 'A'], completion);
  expect(run?.notPossible).toBeNull();
  const seen = run?.steps.flatMap(({ node, facts }) =>
    facts.filter(({ code }) => code === 'delivered' && node === 2).map(({ token }) => token?.type),
  );
  expect(seen).toEqual([1, 0, 0]);
  expect(orders.runOf(['B', 'B'], completion)).toBeNull();
});

test('a protocol that only watches forbids no order, so that the orders can be compared with it; one that parks does', () => {
  const protocols = (mode: string) => [
    {
      id: 'first',
      name: 'A first',
      settings: {
        bus: 'bus',
        source: 'pattern',
        pattern: 'precedence',
        first: 'A',
        second: 'B',
        instances: 'all',
        mode,
      },
    },
  ];
  const watched = ordersOf(world(1), true, { protocols: protocols('monitor') });
  expect(wordsOf(watched, publish)).toEqual(['AAB', 'ABA', 'BAA']);
  expect(watched.runOf(['B', 'A', 'A'], publish)?.notPossible).toBeNull();
  const parked = ordersOf(world(1), true, { protocols: protocols('park') });
  expect(wordsOf(parked, publish)).toEqual(['AAB', 'ABA']);
});

/** Every key places and pays, in this order; where they are competed for, paying may be done with first. */
const lives = (workers: number, keys: readonly string[]): World => ({
  types: ['Placed', 'Paid'],
  nodes: {
    source: [
      'publisher',
      {
        generation: 'script',
        script: keys.flatMap((key) => [
          { atMs: 0, type: 'Placed', key },
          { atMs: 1, type: 'Paid', key },
        ]),
      },
    ],
    bus: ['bus', { groups: 'one' }],
    worker: ['handler', { workers }],
  },
  wires: ['source bus', 'bus worker'],
});

const paidAfterPlaced = (watch: string, instances = 'key') => ({
  protocols: [
    {
      id: 'order',
      name: 'paid after placed',
      settings: {
        bus: 'bus',
        source: 'pattern',
        pattern: 'precedence',
        first: 'Placed',
        second: 'Paid',
        instances,
        mode: 'monitor',
        watch,
      },
    },
  ],
});

test('with a word for each key, other keys are not in it', () => {
  const { orders } = explored(lives(1, ['k1', 'k2']), { tellsKeys: true });
  expect(wordsOf(orders, { order: 'completion', isPerKey: true })).toEqual(['PlacedPaid']);
  expect(wordsOf(orders, completion)).toEqual(['PlacedPlacedPaidPaid']);
});

test('each group sees an order of its own', () => {
  const two = lives(1, ['k1']);
  const grouped: World = {
    ...two,
    nodes: { ...two.nodes, bus: ['bus', {}], other: ['handler', { workers: 2 }] },
    wires: ['source bus', 'bus worker', 'bus other'],
  };
  const { orders } = explored(grouped);
  expect(wordsOf(orders, delivery)).toEqual(['PlacedPaid']);
  expect(wordsOf(orders, completion).toSorted()).toEqual(['PaidPlaced', 'PlacedPaid']);
});

test('a protocol is compared with the order that it watches, key by key, and what it does not allow is a run', () => {
  const judged = (workers: number, watch: string) => {
    const { orders, doc, bus } = explored(lives(workers, ['k1', 'k2']), {
      tellsKeys: true,
      more: paidAfterPlaced(watch),
    });
    return answerOrders(orders, doc, bus, completion).protocols[0];
  };
  expect(judged(1, 'completion')).toMatchObject({ verdict: 'included', extra: null });
  expect(judged(2, 'delivery')).toMatchObject({ verdict: 'included', extra: null });
  const excluded = judged(2, 'completion');
  expect(excluded?.verdict).toBe('excluded');
  expect(excluded?.extra?.word).toEqual(['Paid', 'Placed']);
  expect(excluded?.extra?.run?.notPossible).toBeNull();
});

test('other events than those of a protocol are ignored by it', () => {
  const more = paidAfterPlaced('completion', 'all');
  const [protocol] = more.protocols;
  const drawn = { ...protocol, settings: { ...protocol?.settings, source: 'regex', expression: 'Paid*' } };
  const { orders, doc, bus } = explored(lives(1, ['k1']), { more: { protocols: [drawn] } });
  expect(answerOrders(orders, doc, bus, completion).protocols[0]?.verdict).toBe('included');
});

test('what a change makes possible is told with a run, what it takes away without, and equal is equal', () => {
  const [single, double] = [explored(lives(1, ['k1'])), explored(lives(2, ['k1']))];
  const [before, after] = [single, double].map(({ orders }) => orders.automaton(completion));
  if (before?.ok !== true || after?.ok !== true) throw new Error('Too large.');
  const grown = answerOrders(double.orders, double.doc, double.bus, completion, before.value).change;
  expect(grown).toMatchObject({ gone: null, isCut: false, added: { word: ['Paid', 'Placed'] } });
  expect(grown?.added?.run?.notPossible).toBeNull();
  const shrunk = answerOrders(single.orders, single.doc, single.bus, completion, after.value).change;
  expect(shrunk).toEqual({ added: null, gone: ['Paid', 'Placed'], isCut: false });
  const same = answerOrders(single.orders, single.doc, single.bus, completion, before.value).change;
  expect(same).toEqual({ added: null, gone: null, isCut: false });
});
