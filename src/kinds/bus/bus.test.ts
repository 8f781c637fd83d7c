import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLifecycle } from '#engine/automata/checkLifecycle';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { Settings } from '#engine/model/fields';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { bus } from './bus';
import { busFields } from './busFields';
import { busLifecycle } from './busPorts';
import type { BusView } from './BusView';
import { copyLifecycle } from './copyLifecycle';
import { deliveryPolicies, policyOf } from './policies/index';

interface World {
  readonly settings: Settings;
  /** How many events come at time 0. */
  readonly events: number;
  /** Service time of each consumer in milliseconds. */
  readonly consumers: readonly number[];
  /** Settings of the wire to each consumer. */
  readonly wires?: readonly Settings[];
}

function load({ settings, events, consumers, wires = [] }: World): Run {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'bus',
      untilMs: 0,
      eventTypes: [{ id: 'OrderPlaced' }],
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: {
            generation: 'script',
            script: Array.from({ length: events }, (_, index) => ({
              atMs: 0,
              type: 'OrderPlaced',
              key: `k${index + 1}`,
            })),
          },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0, settings },
        ...consumers.map((mean, index) => ({
          id: `consumer-${index}`,
          kind: 'handler',
          x: 0,
          y: 0,
          settings: { service: { law: 'constant', mean } },
        })),
      ],
      wires: [
        { id: 'placed', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        ...consumers.map((_, index) => ({
          id: `to-${index}`,
          from: { node: 'orders', port: 'out' },
          to: { node: `consumer-${index}`, port: 'in' },
          settings: wires[index] ?? {},
        })),
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const run = new Run(runningKinds);
  run.load(result.value);
  return run;
}

function viewAt(run: Run, timeMs: number): BusView {
  return run.frame({ timeUs: timeMs * 1000 }).nodes[1]?.view as BusView; // Node 1 is the bus.
}

/** How many deliveries each consumer got. */
function shares(run: Run): readonly number[] {
  const counts = new Map<number, number>();
  for (const { kind, node } of run.entries({ from: 1, count: 100_000 }))
    if (kind === 'deliver') counts.set(node, (counts.get(node) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => a - b).map(([, count]) => count);
}

const numbersOf = (tokens: BusView['door']) => tokens.map(({ number }) => number);
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const never = 1e9;

test('both lifecycles are sound, and every preset names settings that exist', () => {
  expect(checkLifecycle(busLifecycle)).toEqual([]);
  expect(checkLifecycle(copyLifecycle)).toEqual([]);
  const known = new Set(busFields.map(({ id }) => id));
  for (const { settings } of bus.presets)
    expect(Object.keys(settings).filter((id) => !known.has(id))).toEqual([]);
});

test('the life of a copy ends in exactly the states that have no way out', () => {
  const ends = copyLifecycle.states.filter(
    (state) => Object.keys(copyLifecycle.transitions[state] ?? {}).length === 0,
  );
  expect(ends).toEqual(copyLifecycle.accepting);
});

describe('the settings name one way of passing on', () => {
  test.each([
    ['async', 'inline', 'independent', 'independent'],
    ['async', 'blockingCall', 'loop', 'loop'],
    ['sync', 'inline', 'loop', 'inline'],
    ['sync', 'blockingCall', 'independent', 'blockingCall'],
  ] as const)('%s, %s, %s: %s', (delivery, reading, dispatch, expected) => {
    // The settings of a bus are its defaults with these over them.
    const settings = { ...defaultsOf(busFields), delivery, reading, dispatch };
    const policy = policyOf(settings as unknown as Parameters<typeof policyOf>[0]);
    expect(policy.id).toBe(expected);
    expect(policy.holdsCaller).toBe(delivery === 'sync');
    expect(bus.facts(settings).holdsCaller).toBe(delivery === 'sync');
  });

  test('no two ways share an id', () => {
    expect(new Set(deliveryPolicies.map(({ id }) => id)).size).toBe(deliveryPolicies.length);
  });
});

describe('competing consumers', () => {
  test('of one speed share evenly, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 6, max: 60 }), (consumers, events) => {
        const counts = shares(
          load({
            settings: { groups: 'one' },
            events,
            consumers: Array.from({ length: consumers }, () => 10),
          }),
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(events);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { seed: 20_260_901, numRuns: 40 },
    );
  });

  test('of different speed share by what they can do', () => {
    expect(shares(load({ settings: { groups: 'one' }, events: 400, consumers: [10, 30] }))).toEqual([
      300, 100,
    ]);
  });

  test('may be named by the patterns of MQTT: who subscribes to the same share of the same topics competes', () => {
    const [all, other] = [{ patterns: ['$share/stock/#'] }, { patterns: ['$share/mail/#'] }];
    const run = load({
      settings: { groups: 'named', dialect: 'mqtt' },
      events: 40,
      consumers: [1, 1, 1, 1],
      wires: [all, all, other, { patterns: ['#'] }],
    });
    expect(shares(run)).toEqual([20, 20, 40, 40]);
    const groups = viewAt(run, never).queues.map(({ group }) => group);
    expect(groups).toEqual(['$share/stock/#', '$share/mail/#', 'to-3']);
  });

  test('with names share inside their group, while a wire without a name is a group of its own', () => {
    const run = load({
      settings: { groups: 'named' },
      events: 40,
      consumers: [1, 1, 1, 1],
      wires: [{ group: 'stock' }, { group: 'stock' }, {}, {}],
    });
    expect(shares(run)).toEqual([20, 20, 40, 40]);
    expect(viewAt(run, never).queues.map(({ group }) => group)).toEqual(['stock', 'to-2', 'to-3']);
  });
});

describe('the view', () => {
  test('shows at most 12 waiting events, next first, with their true number', () => {
    const [queue] = viewAt(load({ settings: {}, events: 20, consumers: [10] }), 5).queues;
    expect(numbersOf(queue?.waiting ?? [])).toEqual(upTo(2, 13));
    expect(queue).toMatchObject({ waitingCount: 19, unackedCount: 1, accepted: 20, delivered: 0 });
  });

  test('shows the callers at the door, and since when the first one waits', () => {
    const view = viewAt(load({ settings: { capacity: 2 }, events: 20, consumers: [10] }), 5);
    expect(numbersOf(view.door)).toEqual(upTo(4, 15));
    expect(view).toMatchObject({ doorCount: 17, doorSinceUs: 0 });
  });

  test('shows the open call of a synchronous bus, and whom it calls now', () => {
    const run = load({ settings: { delivery: 'sync' }, events: 1, consumers: [10, 10] });
    expect(viewAt(run, 5).openCalls).toMatchObject([{ token: { number: 1 }, sinceUs: 0, wire: 1 }]);
    expect(viewAt(run, 15).openCalls).toMatchObject([{ sinceUs: 0, wire: 2 }]);
    expect(viewAt(run, 25)).toMatchObject({ openCalls: [], openCallCount: 0, queues: [] });
  });

  test('shows the newest 12 events that a dead-letter box keeps', () => {
    const view = viewAt(load({ settings: { purpose: 'deadLetters' }, events: 20, consumers: [] }), never);
    expect(numbersOf(view.kept)).toEqual(upTo(9, 20));
    expect(view.keptCount).toBe(20);
  });
});

describe('capacity', () => {
  const overflows = ['block', 'reject', 'dropNewest', 'dropOldest', 'deadLetter'];
  const dispatches = ['independent', 'loop'];
  const worlds = overflows.flatMap((overflow) => dispatches.map((dispatch) => [overflow, dispatch] as const));

  test.each(worlds)('is never exceeded: %s, %s', (overflow, dispatch) => {
    for (const capacity of [1, 2, 3]) {
      const run = load({ settings: { capacity, overflow, dispatch }, events: 12, consumers: [10, 15] });
      const { entries } = run.window({ step: 0 }, 1_000);
      const depths = entries
        .filter(({ node }) => node === 1)
        .flatMap(({ after }) => (after.view as BusView).queues.map(({ waitingCount }) => waitingCount));
      expect(Math.max(...depths)).toBe(capacity);
    }
  });

  test('blocking loses nothing, however small it is', () => {
    for (const dispatch of dispatches) {
      const run = load({ settings: { capacity: 1, dispatch }, events: 30, consumers: [10, 15] });
      expect(viewAt(run, never).queues.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(60);
    }
  });
});
