import { expect, test } from 'vitest';
import { runningKinds } from '#kinds/runningKinds';
import { checkedWorld } from '../checkedWorld';
import type { CheckSettings } from '../settings';
import type { World } from '../smallWorlds';

type Question = Parameters<typeof checkedWorld>[2];

const whole: Partial<CheckSettings> = { isReduced: false, isSymmetric: false };
const four = ['1', '2', '3', '4'];

/** Four equal sources before a bounded buffer, and behind it either one handler with four workers or four handlers. */
function buffer(count: number, handlers: readonly string[], bus: World['nodes'][string][1] = {}): World {
  const workers = handlers.length === 0 ? ['workers'] : handlers;
  return {
    types: ['A'],
    nodes: {
      ...Object.fromEntries(four.map((n) => [`source${n}`, ['publisher', { count }]])),
      buffer: ['bus', { groups: 'one', capacity: 2, ...bus }],
      ...Object.fromEntries(
        workers.map((id) => [id, ['handler', { workers: handlers.length === 0 ? 4 : 1 }]]),
      ),
    },
    wires: [...four.map((n) => `source${n} buffer`), ...workers.map((id) => `buffer ${id}`)],
  };
}

function sizeOf(world: World, question: Question, settings: Partial<CheckSettings>): number {
  const { verdict, progress } = checkedWorld(world, runningKinds, question, settings);
  expect(verdict).toBe('holds');
  return progress.configurations;
}

/** How many times fewer configurations there are. */
function factor(world: World, question: Question, settings: Partial<CheckSettings> = {}): number {
  return sizeOf(world, question, { ...whole, ...settings }) / sizeOf(world, question, settings);
}

/** The verdict, and how long the run is, with and without. */
function both(world: World, question: Question, settings: Partial<CheckSettings> = {}): string {
  const texts = [true, false].map((isSymmetric) => {
    const answer = checkedWorld(world, runningKinds, question, {
      ...settings,
      isReduced: false,
      isSymmetric,
    });
    const { verdict, counterexample, reason } = answer;
    expect(counterexample?.notPossible ?? null).toBeNull();
    return `${verdict} ${counterexample?.steps.length ?? ''} ${isSymmetric ? '' : reason}`.trim();
  });
  expect(texts[1]?.startsWith(texts[0] ?? '?')).toBe(true);
  return texts[0] ?? '';
}

test('four equal sources and four equal handlers around a buffer are looked at once', () => {
  const world = buffer(1, ['a', 'b', 'c', 'd'], { balancing: 'random' });
  expect(factor(world, ['no-deadlock'], { isReduced: false })).toBeGreaterThan(30);
  expect(factor(world, ['no-deadlock'])).toBeGreaterThan(500);
});

test('four sources of two events and one handler with four workers leave one situation of more than thirty', () => {
  expect(factor(buffer(2, []), ['no-deadlock'])).toBeGreaterThan(30);
});

test('handlers that are served in turn are not alike, and sources still are', () => {
  const world = buffer(1, ['a', 'b', 'c', 'd']);
  const fewer = factor(world, ['no-deadlock'], { isReduced: false });
  expect(fewer > 2 && fewer < 24).toBe(true);
});

test('whole lines that are alike change places with all that is in them', () => {
  const lines: World = {
    types: ['A'],
    nodes: Object.fromEntries(
      ['1', '2', '3'].flatMap((n) => [
        [`source${n}`, ['publisher', { count: 2 }]],
        [`bus${n}`, ['bus', {}]],
        [`worker${n}`, ['handler', {}]],
      ]),
    ),
    wires: ['1', '2', '3'].flatMap((n) => [`source${n} bus${n}`, `bus${n} worker${n}`]),
  };
  expect(factor(lines, ['no-deadlock'], { isReduced: false })).toBeGreaterThan(5);
  // Where one line after the other will do, it still does.
  expect(sizeOf(lines, ['no-deadlock'], {})).toBe(sizeOf(lines, ['no-deadlock'], { isSymmetric: false }));
});

test('a node that a property names is told apart from others like it', () => {
  const world = buffer(1, ['a', 'b'], { balancing: 'random' });
  expect(both(world, ['never', { p: 'working["b"] > 0 && working["a"] == 0' }])).toMatch(/^violated/);
  expect(both(world, ['never', { p: 'working["a"] > 1' }])).toBe('holds');
  expect(both(world, ['queue-at-most', { node: 'b', n: '0' }])).toMatch(/^holds/);
  expect(both(world, ['absence', { a: 'A', when: 'worked', node: 'b' }])).toMatch(/^violated/);
});

test('who looks at where an event comes from tells sources apart', () => {
  const world: World = {
    types: ['A'],
    nodes: {
      one: ['publisher', { count: 1 }],
      other: ['publisher', { count: 1 }],
      bus: ['bus', { groups: 'one' }],
      worker: ['handler', { actions: [{ do: 'emit', type: 'A', condition: 'event.source == "other"' }] }],
      out: ['bus', {}],
      last: ['handler', {}],
    },
    wires: ['one bus', 'other bus', 'bus worker', 'worker out', 'out last'],
  };
  expect(both(world, ['never', { p: 'working["last"] > 0' }])).toMatch(/^violated/);
  expect(both(world, ['no-deadlock'])).toBe('holds');
  const settings = { isReduced: false };
  expect(factor(world, ['no-deadlock'], settings)).toBe(1);
  const blind = { ...world, nodes: { ...world.nodes, worker: ['handler', {}] } } as const;
  expect(factor(blind, ['no-deadlock'], settings)).toBeGreaterThan(1.2);
});

test('the run that breaks something names the nodes that it goes over', () => {
  const world: World = {
    types: ['A', 'B'],
    nodes: {
      one: ['publisher', { count: 2 }],
      other: ['publisher', { count: 2 }],
      bus: ['bus', { groups: 'one', capacity: 1, overflow: 'dropNewest' }],
      worker: ['handler', {}],
    },
    wires: ['one bus', 'other bus', 'bus worker'],
  };
  const given = checkedWorld(world, runningKinds, ['no-loss']);
  expect(given).toMatchObject({ verdict: 'violated', reason: 'A is dropped at bus' });
  expect(both(world, ['no-loss'])).toMatch(/^violated/);
});

test('what must come about is looked for with all nodes told apart', () => {
  const world = buffer(1, ['a', 'b'], { balancing: 'random' });
  const question: Question = ['eventually', { p: 'working["a"] > 0' }];
  expect(both(world, question)).toMatch(/^violated/);
  expect(both(world, ['existence', { a: 'A', when: 'worked' }])).toBe('holds');
});

test('what crashes may be any of them', () => {
  const world = buffer(1, ['a', 'b'], { balancing: 'random' });
  const settings = { events: 1, faults: { crashes: 1, losses: 0, duplicates: 0 } };
  expect(both({ ...world, wires: world.wires.slice(2) }, ['no-loss'], settings)).toMatch(/^violated/);
});
