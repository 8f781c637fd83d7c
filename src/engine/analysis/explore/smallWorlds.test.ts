import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { problemMessage } from '#engine/model/problemMessage';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check, type CheckAnswer } from './Check';
import { checkedWorld } from './checkedWorld';
import { usualSettings, type CheckSettings } from './settings';
import { documentOf, type World } from './smallWorlds';

const constant = { law: 'constant', mean: 10 };

function check(
  world: World | Readonly<Record<string, unknown>>,
  property: string,
  given: Readonly<Record<string, string>> = {},
  settings: Partial<CheckSettings> = {},
): CheckAnswer {
  const answer = checkedWorld(world, runningKinds, [property, given], settings);
  expect(answer.counterexample?.notPossible ?? null).toBeNull();
  return answer;
}

/** With and without reduction: the verdict, and the length of the shortest run that breaks the property. */
function both(
  world: World | Readonly<Record<string, unknown>>,
  property: string,
  given: Readonly<Record<string, string>> = {},
  settings: Partial<CheckSettings> = {},
): string {
  const [reduced, full] = [true, false].map((isReduced) => {
    const answer = check(world, property, given, { ...settings, isReduced });
    const length = answer.counterexample?.steps.length;
    return `${answer.verdict}${length === undefined ? '' : ` in ${length}`}`;
  });
  expect(reduced).toBe(full);
  return full ?? '';
}

const publisher = (type: string, count = 2, more = {}) =>
  ['publisher', { mix: [{ type }], count, keyChoice: 'sequence', interval: constant, ...more }] as const;
const queue = (more = {}) => ['bus', { groups: 'one', ...more }] as const;
const handler = (more = {}) => ['handler', { service: constant, ...more }] as const;

const pipeline: World = {
  types: ['A'],
  nodes: { source: publisher('A'), bus: queue(), worker: handler() },
  wires: ['source bus', 'bus worker'],
};

test('a pipeline ends, loses nothing, and has nothing waiting that its source did not make', () => {
  expect(both(pipeline, 'no-deadlock')).toBe('holds');
  expect(both(pipeline, 'no-loss')).toBe('holds');
  expect(both(pipeline, 'queue-at-most', { node: 'bus', n: '1' })).toBe('holds');
  expect(both(pipeline, 'queue-at-most', { node: 'bus', n: '0' })).toBe('violated in 4');
});

test('a full queue that drops loses an event, and one that blocks does not', () => {
  const full = (overflow: string): World => ({
    ...pipeline,
    nodes: { source: publisher('A', 3), bus: queue({ capacity: 1, overflow }), worker: handler() },
  });
  expect(both(full('dropNewest'), 'no-loss')).toBe('violated in 6');
  expect(both(full('dropOldest'), 'no-loss')).toBe('violated in 6');
  expect(both(full('block'), 'no-loss')).toBe('holds');
});

test('a crash loses what is delivered at most once, and nothing where it is delivered until it is done', () => {
  const crashes = { faults: { crashes: 1, losses: 0, duplicates: 0 } };
  const safe = {
    ...pipeline,
    nodes: { ...pipeline.nodes, bus: queue({ guarantee: 'atLeastOnce', ackTimeoutMs: 0 }) },
  };
  expect(both(pipeline, 'no-loss', {}, crashes)).toContain('violated');
  expect(both({ ...safe, nodes: { ...safe.nodes, worker: handler() } }, 'no-loss', {}, crashes)).toBe(
    'holds',
  );
});

function template(name: string, turn: (settings: Record<string, unknown>, kind: string) => void) {
  const doc = JSON.parse(readFileSync(`public/examples/${name}.flow.json`, 'utf8')) as {
    nodes: { kind: string; settings: Record<string, unknown> }[];
  };
  for (const node of doc.nodes) turn(node.settings, node.kind);
  return doc as unknown as Readonly<Record<string, unknown>>;
}

const freeze = (events: number, capacity: number) =>
  template('two-services-freeze', (settings, kind) => {
    if (kind === 'publisher') settings['count'] = events;
    if (kind === 'bus') settings['capacity'] = capacity;
  });

test('two services that answer each other freeze when both queues are full, and not with one place more', () => {
  expect(both(freeze(2, 1), 'no-deadlock')).toBe('violated in 20');
  expect(both(freeze(3, 2), 'no-deadlock')).toBe('violated in 26');
  expect(both(freeze(2, 2), 'no-deadlock')).toBe('holds');
});

/** Fork i is the only worker of handler i; a philosopher takes his left one, and with it in hand asks for the right one. */
function philosophers(count: number, isLastLeftHanded: boolean): World {
  const nodes: Record<string, World['nodes'][string]> = {};
  const wires: World['wires'][number][] = [];
  for (let seat = 0; seat < count; seat += 1) {
    const isTurned = isLastLeftHanded && seat === count - 1;
    const [first, second] = isTurned ? [(seat + 1) % count, seat] : [seat, (seat + 1) % count];
    nodes[`philosopher${seat}`] = publisher(`Eat${seat}`, 1, { call: 'wait' });
    nodes[`first${seat}`] = ['bus', { delivery: 'sync', reading: 'blockingCall' }];
    nodes[`second${seat}`] = ['bus', { delivery: 'sync', reading: 'blockingCall' }];
    nodes[`fork${seat}`] = handler({
      actions: Array.from({ length: count }, (_, other) => ({
        do: 'emit',
        type: `Take${other}`,
        condition: `type == "Eat${other}"`,
      })),
    });
    wires.push(
      `philosopher${seat} first${seat}`,
      `first${seat} fork${first}`,
      [`fork${first} second${seat}`, { patterns: [`Take${seat}`] }],
      `second${seat} fork${second}`,
    );
  }
  const seats = Array.from({ length: count }, (_, seat) => seat);
  return { types: seats.flatMap((seat) => [`Eat${seat}`, `Take${seat}`]), nodes, wires };
}

test('dining philosophers starve each other, and do not where one of them takes the other fork first', () => {
  expect(both(philosophers(2, false), 'no-deadlock')).toContain('violated');
  expect(both(philosophers(3, false), 'no-deadlock')).toContain('violated');
  expect(both(philosophers(3, true), 'no-deadlock')).toBe('holds');
  expect(check(philosophers(3, false), 'no-deadlock').counterexample?.waiting.length).toBeGreaterThanOrEqual(
    3,
  );
});

test('a handler that calls itself over a synchronous bus is a cycle', () => {
  const world = (type: string): World => ({
    types: ['A', 'B'],
    nodes: {
      source: publisher('A', 1, { call: 'wait' }),
      bus: ['bus', { delivery: 'sync', reading: 'inline' }],
      worker: handler({ actions: [{ do: 'emit', type, condition: 'type == "A"' }] }),
    },
    wires: ['source bus', ['bus worker', { patterns: ['A'] }], 'worker bus'],
  });
  expect(both(world('A'), 'no-cycle')).toContain('violated');
  expect(both(world('B'), 'no-cycle')).toBe('holds');
});

test('payments may come before orders where two consumers compete, and not where there is one', () => {
  const world = (workers: number): World => ({
    types: ['Order', 'Payment'],
    nodes: {
      source: [
        'publisher',
        {
          generation: 'script',
          script: [
            { atMs: 0, type: 'Order', key: 'k' },
            { atMs: 10, type: 'Payment', key: 'k' },
          ],
        },
      ],
      bus: queue(),
      worker: handler({ workers }),
    },
    wires: ['source bus', 'bus worker'],
  });
  const given = { a: 'Order', b: 'Payment', when: 'worked' };
  expect(both(world(2), 'precedence', given)).toContain('violated');
  expect(both(world(1), 'precedence', given)).toBe('holds');
});

test('no limit ever ends in "holds"', () => {
  const limits = { configurations: 10, memory: 2 ** 30, depth: 1000 };
  expect(check(freeze(2, 2), 'no-deadlock', {}, { limits }).verdict).toBe('not-exhausted');
  expect(
    check(freeze(2, 2), 'no-deadlock', {}, { limits: { ...limits, configurations: 1e6, depth: 5 } }).stopped,
  ).toBe('depth');
  expect(
    check(freeze(2, 2), 'no-deadlock', {}, { limits: { ...limits, configurations: 1e6, memory: 1 } }).stopped,
  ).toBe('memory');
});

test('a step with more outcomes of chance than are looked at is said, and nothing holds for sure', () => {
  const world = (draws: number): World => ({
    types: ['A'],
    nodes: {
      source: publisher('A', 1),
      bus: queue(),
      worker: handler({
        actions: Array.from({ length: draws }, () => ({
          do: 'emit',
          type: 'A',
          condition: 'random > 2.0',
        })),
      }),
    },
    wires: ['source bus', 'bus worker', 'worker bus'],
  });
  expect(check(world(2), 'no-deadlock').verdict).toBe('holds');
  expect(check(world(16), 'no-deadlock')).toMatchObject({ verdict: 'not-exhausted', stopped: 'outcomes' });
});

test('a question that makes no sense is answered with a sentence', () => {
  const parsed = parseFlow(documentOf(pipeline), kinds);
  if (!parsed.ok) throw new Error('This flow is sound.');
  const ask = (property: string, given: Readonly<Record<string, string>> = {}): string => {
    const made = Check.of(parsed.value, runningKinds, { property, arguments: given }, usualSettings);
    return 'problem' in made ? problemMessage(made.problem) : '';
  };
  expect(ask('peace')).toContain('no-deadlock');
  expect(ask('no-loss', { n: '1' })).toBe('no-loss takes no "n". It takes: nothing.');
  expect(ask('queue-at-most', { node: 'tram', n: '1' })).toContain('bus');
  expect(ask('queue-at-most', { node: 'bus', n: 'few' })).toContain('whole');
  expect(ask('absence', { a: 'Z' })).toContain('event types: A');
});
