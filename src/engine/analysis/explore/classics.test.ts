import { expect, test } from 'vitest';
import type { Json } from '#engine/model/Json';
import { runningKinds } from '#kinds/runningKinds';
import { checkedWorld } from './checkedWorld';
import type { CheckSettings } from './settings';
import type { World } from './smallWorlds';

/** The verdict, which is the same with and without reduction; what breaks it is a run of the runtime. */
function verdict(
  world: World,
  property: string,
  given: Readonly<Record<string, string>> = {},
  settings: Partial<CheckSettings> = {},
): string {
  const [reduced, full] = [true, false].map((isReduced) => {
    const answer = checkedWorld(world, runningKinds, [property, given], { ...settings, isReduced });
    expect(answer.counterexample?.notPossible ?? null).toBeNull();
    return `${answer.verdict} ${answer.counterexample?.steps.length ?? ''}`;
  });
  expect(reduced).toBe(full);
  return full?.split(' ')[0] ?? '';
}

const source = (type: string, count = 1) => ['publisher', { mix: [{ type }], count }] as const;
const queue = ['bus', { groups: 'one' }] as const;
const emitting = (more: Readonly<Record<string, string>>, settings = {}) =>
  [
    'handler',
    {
      actions: Object.entries(more).map(([from, type]) => ({
        do: 'emit',
        type,
        condition: `type == "${from}"`,
      })),
      ...settings,
    },
  ] as const;

/** Consumers of one queue add one to a counter for each event. */
function counting(operation: string, consumers: number, workers = 1): World {
  const actions = [{ do: 'write', operation, key: 'fixed', fixedKey: 'n' }];
  const names = Array.from({ length: consumers }, (_, index) => `consumer${index}`);
  return {
    types: ['A'],
    nodes: {
      source: source('A', 2),
      queue,
      ...Object.fromEntries(names.map((name) => [name, ['handler', { actions, workers }] as const])),
      counter: ['store', {}],
    },
    wires: ['source queue', ...names.flatMap((name) => [`queue ${name}`, `${name}.store counter`])],
  };
}

test('two consumers of one queue that read, add and write lose an update; one does not, nor do two that increment', () => {
  const counted = { p: 'store.counter.n == 2' };
  expect(verdict(counting('addToRead', 2), 'at-the-end', counted)).toBe('violated');
  expect(verdict(counting('addToRead', 1, 2), 'at-the-end', counted)).toBe('violated');
  expect(verdict(counting('addToRead', 1), 'at-the-end', counted)).toBe('holds');
  expect(verdict(counting('increment', 2), 'at-the-end', counted)).toBe('holds');
});

test('what is lost depends on the order: ends differ, which two runs show, and agree where nothing is lost', () => {
  expect(verdict(counting('addToRead', 2), 'same-end')).toBe('violated');
  expect(verdict(counting('increment', 2), 'same-end')).toBe('holds');
  const { other, counterexample, reason } = checkedWorld(counting('addToRead', 2), runningKinds, [
    'same-end',
  ]);
  expect([other?.notPossible, counterexample?.notPossible]).toEqual([null, null]);
  expect(reason).toContain('{"n":1}');
  expect(reason).toContain('{"n":2}');
});

test('what is delivered twice is charged twice, unless the handler knows what it has done', () => {
  const world = (idempotencyMs: number, duplication: number): World => ({
    types: ['Charge'],
    nodes: {
      shop: source('Charge'),
      bus: queue,
      payment: [
        'handler',
        {
          idempotencyMs,
          actions: [{ do: 'write', operation: 'increment', key: 'fixed', fixedKey: 'charges' }],
        },
      ],
      bank: ['store', { initial: [{ key: 'charges', value: 0 }] }],
    },
    wires: ['shop bus', ['bus payment', { duplication }], 'payment.store bank'],
  });
  const doubled = { faults: { crashes: 0, losses: 0, duplicates: 1 } };
  const once = { p: 'store.bank.charges <= 1' };
  expect(verdict(world(0, 0), 'always', once)).toBe('holds');
  expect(verdict(world(0, 0.1), 'always', once)).toBe('violated');
  expect(verdict(world(60_000, 0.1), 'always', once)).toBe('holds');
  // Doubled on its way to the bank, it is charged twice all the same.
  expect(verdict(world(60_000, 0), 'always', once, doubled)).toBe('violated');
});

test('competing consumers overtake each other, and do not where the bus keeps the order of each key', () => {
  const world = (order: string): World => ({
    types: ['Order', 'Payment'],
    nodes: {
      shop: [
        'publisher',
        {
          generation: 'script',
          script: [
            { atMs: 0, type: 'Order', key: 'k' },
            { atMs: 10, type: 'Payment', key: 'k' },
          ],
        },
      ],
      bus: ['bus', { groups: 'one', order }],
      left: ['handler', {}],
      right: ['handler', {}],
    },
    wires: ['shop bus', 'bus left', 'bus right'],
  });
  const given = { a: 'Order', b: 'Payment', when: 'worked' };
  expect(verdict(world('fifo'), 'precedence', given)).toBe('violated');
  expect(verdict(world('perKey'), 'precedence', given)).toBe('holds');
});

test('a saga undoes in the reverse order where each step back calls the next, and not where all hear of the failure', () => {
  const world = (release: Readonly<Record<string, string>>): World => ({
    types: ['Ordered', 'Reserved', 'Paid', 'ShippingFailed', 'Refunded', 'Released'],
    nodes: {
      shop: source('Ordered'),
      saga: ['bus', {}],
      stock: emitting({ Ordered: 'Reserved', ...release }),
      bank: emitting({ Reserved: 'Paid', ShippingFailed: 'Refunded' }),
      carrier: emitting({ Paid: 'ShippingFailed' }),
    },
    wires: [
      'shop saga',
      ['saga stock', { patterns: ['Ordered', ...Object.keys(release)] }],
      ['saga bank', { patterns: ['Reserved', 'ShippingFailed'] }],
      ['saga carrier', { patterns: ['Paid'] }],
      'stock saga',
      'bank saga',
      'carrier saga',
    ],
  });
  const chain = world({ Refunded: 'Released' });
  const fan = world({ ShippingFailed: 'Released' });
  const reverse = { a: 'Refunded', b: 'Released' };
  expect(verdict(chain, 'precedence', reverse)).toBe('holds');
  expect(verdict(fan, 'precedence', reverse)).toBe('violated');
  for (const one of [chain, fan]) {
    expect(verdict(one, 'response', { a: 'ShippingFailed', b: 'Released' })).toBe('holds');
  }
});

/** A coordinator asks two participants, which say yes or no as chance will have it. */
function commit(states: Readonly<Record<string, Json>>): World {
  const participant = (name: string) =>
    [
      'handler',
      {
        failureProbability: 0.5,
        actions: [
          { do: 'emit', type: `Yes${name}` },
          { do: 'emit', type: `No${name}`, on: 'failed' },
        ],
      },
    ] as const;
  return {
    types: ['Prepare', 'YesA', 'YesB', 'NoA', 'NoB', 'Commit', 'Abort'],
    nodes: {
      client: source('Prepare'),
      requests: ['bus', {}],
      a: participant('A'),
      b: participant('B'),
      votes: queue,
      coordinator: [
        'handler',
        {
          behaviour: 'statechart',
          chart: { id: 'coordinator', initial: 'asking', states },
          chartInstances: 'one',
        },
      ],
      decisions: ['bus', { unrouted: 'keep' }],
    },
    wires: [
      'client requests',
      'requests a',
      'requests b',
      'a votes',
      'b votes',
      'votes coordinator',
      'coordinator decisions',
    ],
  };
}

test('two-phase commit decides one thing, and commits only what both agree to; who does not wait for the second does not', () => {
  const says = (type: string) => ({ entry: { type: 'emit', params: { type } } });
  const no = { NoA: 'aborted', NoB: 'aborted' };
  const careful = commit({
    asking: { on: { ...no, YesA: 'one', YesB: 'one' } },
    one: { on: { ...no, YesA: 'committed', YesB: 'committed' } },
    committed: says('Commit'),
    aborted: says('Abort'),
  });
  const hasty = commit({
    asking: { on: { ...no, YesA: 'committed', YesB: 'committed' } },
    committed: { ...says('Commit'), on: no },
    aborted: says('Abort'),
  });
  const notBoth = { a: 'Abort', scope: 'after', q: 'Commit' };
  const agreed = { a: 'YesB', b: 'Commit' };
  expect(verdict(careful, 'absence', notBoth)).toBe('holds');
  expect(verdict(careful, 'precedence', agreed)).toBe('holds');
  expect(verdict(careful, 'existence', { a: 'Commit' })).toBe('violated');
  expect(verdict(hasty, 'absence', notBoth)).toBe('violated');
  expect(verdict(hasty, 'precedence', agreed)).toBe('violated');
});
