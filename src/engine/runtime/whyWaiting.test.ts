import { assert, infiniteStream, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from './FlowPlan';
import { randomRun } from './randomRun';
import { Run } from './Run';
import { Simulation } from './Simulation';
import { whyWaiting, type WhyReport } from './whyWaiting';

/** A node of a test flow: its id and kind, its settings, and the nodes that its ports lead to. */
type Part = readonly [kind: string, settings: Settings, to?: Readonly<Record<string, string>>];

const constant = (mean: number) => ({ law: 'constant', mean });
const script = (...atMs: readonly number[]) => ({
  generation: 'script',
  script: atMs.map((at, index) => ({ atMs: at, type: 'order', key: `k${index}` })),
});

function runOf(parts: Readonly<Record<string, Part>>, more: object = {}): Run {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'why',
      untilMs: 60_000,
      eventTypes: [{ id: 'order' }],
      nodes: Object.entries(parts).map(([id, [kind, settings]]) => ({
        id,
        kind,
        name: id,
        x: 0,
        y: 0,
        settings,
      })),
      wires: Object.entries(parts).flatMap(([id, [, , to = {}]]) =>
        Object.entries(to).map(([port, target]) => {
          const [node, settings] = target.split(' ');
          return {
            id: `${id}-${port}`,
            from: { node: id, port: port.replace(/\d$/, '') },
            to: { node, port: 'in' },
            settings: JSON.parse(settings ?? '{}') as Settings,
          };
        }),
      ),
      ...more,
    },
    kinds,
  );
  if (!result.ok)
    throw new Error(result.problems.map(({ path, code }) => `${path.join('.')}: ${code}`).join('\n'));
  const run = new Run(runningKinds);
  run.load(result.value);
  return run;
}

/** The chain as short text: `shop awaitsAnswer #3 on orders; orders full 2/2; …`. */
function textOf({ links, isDeadlock }: WhyReport, ids: readonly string[]): string {
  const texts = links.map(({ node, code, event, on, untilUs, count, of }) =>
    [
      ids[node],
      code,
      ...(event === null ? [] : [`#${event.number}`]),
      ...(of > 0 ? [`${count}/${of}`] : []),
      ...(on.length === 0 ? [] : [`on ${on.map((one) => ids[one]).join(' ')}`]),
      ...(untilUs === null ? [] : [`until ${untilUs / 1000}`]),
    ].join(' '),
  );
  return [...texts, ...(isDeadlock ? ['DEADLOCK'] : [])].join('; ');
}

function why(
  parts: Readonly<Record<string, Part>>,
  node: string,
  atMs: number,
  event = 0,
  more: object = {},
) {
  const ids = Object.keys(parts);
  const run = runOf(parts, more);
  const at = { timeUs: atMs * 1000 };
  const { lifecycle } = run.automaton(ids.indexOf(node), at);
  return `${lifecycle}: ${textOf(run.why({ node: ids.indexOf(node), event }, at), ids)}`;
}

const plain: Readonly<Record<string, Part>> = {
  shop: ['publisher', script(10, 20, 30, 40, 50), { out: 'orders' }],
  orders: ['bus', {}, { out: 'mail' }],
  mail: ['handler', { service: constant(100) }],
};
const changed = (changes: Readonly<Record<string, Settings>>) =>
  Object.fromEntries(
    Object.entries(plain).map(([id, [kind, settings, to]]): [string, Part] => [
      id,
      [kind, { ...settings, ...changes[id] }, to ?? {}],
    ]),
  );

const failing = { failureProbability: 1, retries: 3, backoffMs: 500, backoff: 'fixed', jitter: 0 };
const waits = { call: 'wait' };
const at = (atMs: number, verb: string, node: string) => ({
  interventions: [{ id: 'act', atUs: atMs * 1000, afterStep: 0, action: { do: verb, node } }],
});
const calling = (actions: readonly Settings[]): Readonly<Record<string, Part>> => ({
  shop: ['publisher', script(10), { out: 'orders' }],
  orders: ['bus', {}, { out: 'stock' }],
  stock: ['handler', { service: constant(10), actions }, { out: 'pricing', store: 'levels' }],
  pricing: ['bus', { delivery: 'sync' }, { out: 'quote' }],
  quote: ['handler', { service: constant(100) }],
  levels: ['store', { latency: constant(40) }],
});

interface Case {
  readonly says: string;
  readonly flow: Readonly<Record<string, Part>>;
  readonly node: string;
  readonly atMs: number;
  readonly event?: number;
  readonly more?: object;
  readonly why: string;
}

/** Every state of every lifecycle in which a node waits, or looks as if it did. */
const cases: readonly Case[] = [
  {
    says: 'the chain of the issue: a blocked caller, a full bus, a handler that backs off',
    flow: changed({ shop: waits, orders: { capacity: 2, overflow: 'block' }, mail: failing }),
    node: 'shop',
    atMs: 200,
    why: 'blocked: shop awaitsAnswer #4 on orders; orders full 2/2; orders noRoom #2 on mail; mail backsOff #1 2/4 until 610',
  },
  {
    says: 'publisher idle: when it publishes next',
    flow: plain,
    node: 'shop',
    atMs: 15,
    why: 'idle: shop publishesAt until 20',
  },
  {
    says: 'publisher done: it has nothing more to publish',
    flow: plain,
    node: 'shop',
    atMs: 1000,
    why: 'done: shop finished',
  },
  {
    says: 'publisher paused',
    flow: plain,
    node: 'shop',
    atMs: 15,
    more: at(12, 'pause', 'shop'),
    why: 'paused: shop paused',
  },
  {
    says: 'publisher stopped by a refusal',
    flow: changed({ shop: { ...waits, onRefusal: 'stop' }, orders: { capacity: 1, overflow: 'reject' } }),
    node: 'shop',
    atMs: 100,
    why: 'done: shop stopped',
  },
  {
    says: 'publisher backing off, and at whom it will try again',
    flow: changed({
      shop: {
        ...waits,
        onRefusal: 'retry',
        refusalBackoff: 'fixed',
        refusalBackoffMs: 300,
        refusalJitter: 0,
      },
      orders: { capacity: 1, overflow: 'reject' },
    }),
    node: 'shop',
    atMs: 35,
    why: 'backingOff: shop triesAgainAt #3 on orders until 330; orders full 1/1; orders noRoom #2 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'publisher silent between two times of being on',
    flow: {
      ...plain,
      shop: [
        'publisher',
        { generation: 'onOff', onTime: constant(50), offTime: constant(500), interval: constant(10) },
        { out: 'orders' },
      ],
    },
    node: 'shop',
    atMs: 100,
    why: 'idle: shop silentUntil until 550',
  },
  {
    says: 'an event in the backlog of a blocked publisher',
    flow: changed({ shop: waits, orders: { delivery: 'sync' } }),
    node: 'shop',
    atMs: 60,
    event: 3,
    why: 'blocked: shop inBacklog #3; shop awaitsAnswer #1 on orders; orders calls #1 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'bus idle: what comes next, and when',
    flow: plain,
    node: 'orders',
    atMs: 5,
    why: 'idle: orders nothingToDo; shop publishesAt until 10',
  },
  {
    says: 'bus holding: nobody has room',
    flow: changed({ mail: { workers: 1 } }),
    node: 'orders',
    atMs: 45,
    why: 'dispatching: orders noRoom #2 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'bus dispatching: it waits for an acknowledgement',
    flow: changed({ shop: script(10) }),
    node: 'orders',
    atMs: 45,
    why: 'dispatching: orders awaitsAck #1 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'bus paused',
    flow: plain,
    node: 'orders',
    atMs: 45,
    more: at(12, 'pause', 'orders'),
    why: 'paused: orders paused',
  },
  {
    says: 'bus down',
    flow: plain,
    node: 'orders',
    atMs: 45,
    more: at(12, 'crash', 'orders'),
    why: 'down: orders down',
  },
  {
    says: 'bus full',
    flow: changed({ orders: { capacity: 2, overflow: 'dropNewest' } }),
    node: 'orders',
    atMs: 60,
    why: 'full: orders full 2/2; orders noRoom #2 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'bus whose consumer is gone',
    flow: changed({ orders: { guarantee: 'atLeastOnce' } }),
    node: 'orders',
    atMs: 45,
    more: at(5, 'crash', 'mail'),
    why: 'holding: orders noMember #1 on mail; mail down',
  },
  {
    says: 'bus with everything delayed',
    flow: changed({ orders: { delay: constant(700) } }),
    node: 'orders',
    atMs: 60,
    why: 'holding: orders delayedUntil #1 until 710',
  },
  {
    says: 'bus that waits to deliver again',
    flow: changed({
      shop: script(10),
      mail: { failureProbability: 1, retries: 0 },
      orders: { guarantee: 'atLeastOnce', redeliveryDelayMs: 400, maxAttempts: 3 },
    }),
    node: 'orders',
    atMs: 200,
    why: 'holding: orders redeliveredAt #1 2/3 until 510',
  },
  {
    says: 'bus with one key under way',
    flow: changed({
      shop: { script: [1, 2, 3].map((n) => ({ atMs: n * 10, type: 'order', key: 'same' })) },
      orders: { order: 'perKey' },
      mail: { workers: 4 },
    }),
    node: 'orders',
    atMs: 45,
    why: 'dispatching: orders keyTaken #2 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'bus with one partition under way',
    flow: changed({
      shop: { script: [1, 2, 3].map((n) => ({ atMs: n * 10, type: 'order', key: 'same' })) },
      orders: { partitions: 2 },
      mail: { workers: 4 },
    }),
    node: 'orders',
    atMs: 45,
    why: 'dispatching: orders partitionTaken #2 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'bus with a limit per group',
    flow: changed({ orders: { guarantee: 'atLeastOnce', groupPrefetch: 2 }, mail: { workers: 4 } }),
    node: 'orders',
    atMs: 45,
    why: 'dispatching: orders groupLimit #3 2/2 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'an event in line',
    flow: plain,
    node: 'orders',
    atMs: 45,
    event: 3,
    why: 'dispatching: orders inLine #3 2/3; orders noRoom #2 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'an event at the door of a full bus',
    flow: changed({ shop: waits, orders: { capacity: 1, overflow: 'block' } }),
    node: 'orders',
    atMs: 60,
    event: 3,
    why: 'full: orders atTheDoor #3; orders full 1/1; orders noRoom #2 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'a synchronous bus with a call open',
    flow: changed({ shop: waits, orders: { delivery: 'sync' } }),
    node: 'orders',
    atMs: 60,
    why: 'dispatching: orders calls #1 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'a caller of a synchronous bus',
    flow: changed({ shop: waits, orders: { delivery: 'sync' } }),
    node: 'shop',
    atMs: 60,
    why: 'blocked: shop awaitsAnswer #1 on orders; orders calls #1 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'a dispatch loop',
    flow: changed({ orders: { dispatch: 'loop', dispatchers: 1 }, mail: { mode: 'sync' } }),
    node: 'orders',
    atMs: 60,
    event: 3,
    why: 'dispatching: orders inLine #3 2/4; orders calls #1 on mail; mail works #1 1/1 until 110',
  },
  {
    says: 'a dead-letter box',
    flow: { shop: ['publisher', script(10), { out: 'dead' }], dead: ['bus', { purpose: 'deadLetters' }] },
    node: 'dead',
    atMs: 60,
    why: 'idle: dead kept #1',
  },
  {
    says: 'handler idle: nothing waits for it',
    flow: plain,
    node: 'mail',
    atMs: 5,
    why: 'idle: mail nothingToDo; orders nothingToDo; shop publishesAt until 10',
  },
  {
    says: 'handler idle because its bus is paused',
    flow: plain,
    node: 'mail',
    atMs: 45,
    more: at(5, 'pause', 'orders'),
    why: 'idle: mail nothingToDo; orders paused',
  },
  {
    says: 'handler busy',
    flow: plain,
    node: 'mail',
    atMs: 25,
    why: 'busy: mail works #1 1/1 until 110',
  },
  {
    says: 'handler saturated',
    flow: changed({ mail: { mode: 'async', workers: 1, inboxCapacity: 9 } }),
    node: 'mail',
    atMs: 60,
    why: 'saturated: mail saturated 4/1; mail works #1 1/1 until 110',
  },
  {
    says: 'an event in the inbox',
    flow: changed({ mail: { mode: 'async', workers: 1, inboxCapacity: 9 } }),
    node: 'mail',
    atMs: 60,
    event: 3,
    why: 'saturated: mail inInbox #3; mail saturated 4/1; mail works #1 1/1 until 110',
  },
  {
    says: 'handler backing off',
    flow: changed({ shop: script(10), mail: failing }),
    node: 'mail',
    atMs: 200,
    why: 'backingOff: mail backsOff #1 2/4 until 610',
  },
  {
    says: 'handler paused',
    flow: plain,
    node: 'mail',
    atMs: 120,
    more: at(12, 'pause', 'mail'),
    why: 'paused: mail paused',
  },
  {
    says: 'handler down',
    flow: plain,
    node: 'mail',
    atMs: 45,
    more: at(12, 'crash', 'mail'),
    why: 'down: mail down',
  },
  {
    says: 'handler that calls',
    flow: calling([{ do: 'emit', type: 'order' }]),
    node: 'stock',
    atMs: 50,
    why: 'calling: stock awaitsAnswer #1 on pricing; pricing calls #2 on quote; quote works #2 1/1 until 120',
  },
  {
    says: 'handler that reads',
    flow: calling([{ do: 'read' }]),
    node: 'stock',
    atMs: 30,
    why: 'calling: stock reads #1 on levels; levels serves #1 until 50',
  },
  {
    says: 'circuit breaker open',
    flow: changed({
      mail: {
        failureProbability: 1,
        breakerFailures: 1,
        breakerOpenMs: 5000,
        breakerWhenOpen: 'wait',
        retries: 0,
      },
    }),
    node: 'mail',
    atMs: 300,
    why: 'open: mail circuitOpen until 5110',
  },
  {
    says: 'circuit breaker half-open',
    flow: changed({
      mail: {
        failureProbability: 1,
        breakerFailures: 1,
        breakerOpenMs: 200,
        breakerWhenOpen: 'wait',
        retries: 0,
      },
    }),
    node: 'mail',
    atMs: 350,
    why: 'halfOpen: mail circuitHalfOpen 1/1',
  },
  {
    says: 'handler throttled',
    flow: changed({ mail: { ratePerSecond: 1, rateBurst: 1, service: constant(5) } }),
    node: 'mail',
    atMs: 200,
    why: 'throttled: mail throttled until 1010',
  },
  {
    says: 'handler gathering a batch',
    flow: changed({
      shop: script(10, 20),
      mail: { batchSize: 3, batchWaitMs: 800, mode: 'async', inboxCapacity: 9 },
    }),
    node: 'mail',
    atMs: 100,
    why: 'gathering: mail gathers 2/3 until 810',
  },
  {
    says: 'a twin of what is in work',
    flow: changed({
      shop: { script: [1, 2].map((n) => ({ atMs: n * 10, type: 'order', key: 'same' })) },
      mail: { workers: 2, idempotencyMs: 1000, idempotencyKey: 'key', mode: 'async', inboxCapacity: 9 },
    }),
    node: 'mail',
    atMs: 60,
    event: 2,
    why: 'busy: mail twin #2; mail works #1 1/1 until 110',
  },
  {
    says: 'a delayed emit',
    flow: {
      ...calling([]),
      stock: [
        'handler',
        { service: constant(10), actions: [{ do: 'emit', type: 'order', delayMs: 900 }] },
        { out: 'pricing' },
      ],
    },
    node: 'stock',
    atMs: 60,
    why: 'idle: stock emitsLater #1 until 920',
  },
  {
    says: 'store serving',
    flow: calling([{ do: 'read' }]),
    node: 'levels',
    atMs: 30,
    why: 'serving: levels serves #1 until 50',
  },
  {
    says: 'store idle',
    flow: calling([{ do: 'read' }]),
    node: 'levels',
    atMs: 5,
    why: 'idle: levels nothingToDo; stock nothingToDo; orders nothingToDo; shop publishesAt until 10',
  },
  {
    says: 'store paused',
    flow: calling([{ do: 'read' }]),
    node: 'stock',
    atMs: 60,
    more: at(5, 'pause', 'levels'),
    why: 'calling: stock reads #1 on levels; levels paused',
  },
  {
    says: 'store down',
    flow: calling([{ do: 'read' }]),
    node: 'levels',
    atMs: 60,
    more: at(5, 'crash', 'levels'),
    why: 'down: levels down',
  },
  {
    says: 'a call on a slow wire',
    flow: {
      ...plain,
      shop: [
        'publisher',
        { ...script(10), ...waits },
        { out: 'orders {"latency":{"law":"constant","mean":300}}' },
      ],
    },
    node: 'shop',
    atMs: 60,
    why: 'blocked: shop awaitsAnswer #1 on orders; orders onTheWay #1 until 310',
  },
  {
    says: 'a deadlock',
    flow: {
      shop: ['publisher', { ...script(10), ...waits }, { out: 'orders' }],
      orders: ['bus', { delivery: 'sync', reading: 'blockingCall' }, { out: 'stock' }],
      stock: [
        'handler',
        { service: constant(10), actions: [{ do: 'emit', type: 'order' }] },
        { out: 'payments' },
      ],
      payments: ['bus', { delivery: 'sync', reading: 'blockingCall' }, { out: 'billing' }],
      billing: [
        'handler',
        { service: constant(10), actions: [{ do: 'emit', type: 'order' }] },
        { out: 'orders' },
      ],
    },
    node: 'stock',
    atMs: 500,
    why: 'calling: stock saturated 1/1; stock awaitsAnswer #1 on payments; payments calls #2 on billing; billing awaitsAnswer #2 on orders; orders calls #1 on stock; DEADLOCK',
  },
];

test.each(cases)('$says', ({ flow, node, atMs, event, more, why: expected }) => {
  expect(why(flow, node, atMs, event, more)).toBe(expected);
});

const runs = infiniteStream(nat()).map((stream) => {
  const numbers = stream[Symbol.iterator]();
  return (below: number) => Number(numbers.next().value) % below;
});

test('in random runs every node says why, every event is explained where it is, and nothing is due in the past', () => {
  assert(
    property(runs, integer({ min: 1, max: 400 }), (pick, steps) => {
      const doc = parseFlow(randomRun(pick, kinds), kinds);
      if (!doc.ok) throw new Error(doc.problems[0]?.code);
      const simulation = new Simulation(planFlow(doc.value, runningKinds));
      for (let step = 0; step < steps && simulation.step(); step += 1);
      const { eventCount, nowUs, plan } = simulation;
      const before = simulation.hash.digest();
      for (const [node, { behaviour, kind, plan: own }] of plan.nodes.entries()) {
        const report = whyWaiting(simulation, { node, event: 0 });
        expect(report.links.length > 0).toBe(kind.runs);
        expect(report.links.every(({ untilUs }) => untilUs === null || untilUs >= nowUs)).toBe(true);
        for (let event = 1; event <= Math.min(eventCount, 40); event += 1) {
          const holdings = behaviour.holdings(simulation.stateOf(node), own, event);
          const isHere = holdings.some(({ what }) => what !== 'retained');
          expect([node, event, whyWaiting(simulation, { node, event }).links.length > 0]).toEqual([
            node,
            event,
            isHere,
          ]);
        }
      }
      expect(simulation.hash.digest()).toBe(before);
    }),
    { seed: 7, numRuns: 30 },
  );
});
