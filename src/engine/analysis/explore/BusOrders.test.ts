import { expect, test } from 'vitest';
import { regexOf } from '#engine/automata/regexOf';
import { runWord } from '#engine/automata/runWord';
import { fact } from '#engine/model/facts';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { BusOrders } from './BusOrders';
import { usualSettings } from './settings';
import { documentOf, type World } from './smallWorlds';

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

function ordersOf(given: World, moment: 1 | 4, isReduced = true, more = {}): BusOrders {
  const parsed = parseFlow({ ...documentOf(given), ...more }, kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const node = parsed.value.nodes.findIndex(({ id }) => id === 'bus');
  const orders = new BusOrders(parsed.value, runningKinds, node, moment, { ...usualSettings, isReduced });
  while (!orders.isOver) orders.advance(10_000);
  return orders;
}

function wordsOf(orders: BusOrders): readonly string[] {
  const made = orders.automaton();
  if (!made.ok) throw new Error(made.limit);
  const all = ['AAB', 'ABA', 'BAA', 'AB', 'BA', 'A', '', 'AABB', 'BAAA'];
  return all.filter((word) => {
    const { isAccepted } = runWord(made.value, word.split(''));
    return isAccepted;
  });
}

test('two sources come to a bus in any order, and all of both; with and without reduction', () => {
  for (const isReduced of [true, false]) {
    expect(wordsOf(ordersOf(world(1), fact.accepted, isReduced))).toEqual(['AAB', 'ABA', 'BAA']);
    expect(wordsOf(ordersOf(world(2), fact.delivered, isReduced))).toEqual(['AAB', 'ABA', 'BAA']);
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
  const made = ordersOf(single, fact.delivered).automaton();
  expect(made.ok && made.value.states.length).toBe(3);
  expect(made.ok && regexOf(made.value)).toMatchObject({ ok: true });
  const two = { ...single, nodes: { ...single.nodes, worker: ['handler', { workers: 2 }] as const } };
  expect(wordsOf(ordersOf(two, fact.delivered))).toEqual(['AB', 'BA']);
  expect(wordsOf(ordersOf(single, fact.delivered))).toEqual(['AB']);
});

test('any of the words is a run of the runtime, and what is no word is none', () => {
  const orders = ordersOf(world(2), fact.delivered);
  const run = orders.runOf(['B', 'A', 'A']);
  expect(run?.notPossible).toBeNull();
  const seen = run?.steps.flatMap(({ node, facts }) =>
    facts.filter(({ code }) => code === 'delivered' && node === 2).map(({ token }) => token?.type),
  );
  expect(seen).toEqual([1, 0, 0]);
  expect(orders.runOf(['B', 'B'])).toBeNull();
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
  const watched = ordersOf(world(1), fact.accepted, true, { protocols: protocols('monitor') });
  expect(wordsOf(watched)).toEqual(['AAB', 'ABA', 'BAA']);
  expect(watched.runOf(['B', 'A', 'A'])?.notPossible).toBeNull();
  expect(wordsOf(ordersOf(world(1), fact.accepted, true, { protocols: protocols('park') }))).toEqual([
    'AAB',
    'ABA',
  ]);
});
