import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowEvent } from '#engine/model/messages';
import { createLine, type Line, type Waiting } from '../Line';
import type { Order, OrderContext } from '../Order';
import { orders } from './index';

/** What every order promises, on random comings and goings beside a list that is searched from end to end. */
const options = { seed: 20_260_901, numRuns: 300 };

const subjects = ['a', 'b', 'c', 'constructor', '__proto__'];

interface World {
  readonly line: Line<Waiting>;
  readonly waiting: Waiting[];
  /** By key: how many are under way. */
  readonly held: Map<string, number>;
  now: number;
  picked: number;
}

type Deed =
  | { readonly do: 'come'; readonly subject: string; readonly priority: number }
  | { readonly do: 'go' | 'expire' | 'wait' | 'copy'; readonly n: number }
  | { readonly do: 'return'; readonly n: number; readonly rank: number }
  | { readonly do: 'settle'; readonly n: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('come' as const),
    subject: fc.constantFrom(...subjects),
    priority: fc.constantFrom(0, 3, 9),
  }),
  fc.record({ do: fc.constantFrom('go' as const, 'go' as const, 'expire', 'wait', 'copy'), n: fc.nat(20) }),
  fc.record({ do: fc.constant('return' as const), n: fc.nat(20), rank: fc.integer({ min: -9, max: 40 }) }),
  fc.record({ do: fc.constant('settle' as const), n: fc.nat(20) }),
);

const ageAfterUs = 7;

function contextOf(world: World): OrderContext {
  return {
    context: { now: world.now, pick: (n: number) => world.picked % n },
    plan: { ageAfterUs },
  };
}

/** Who may go next, by the words of docs/semantics.md. */
function mayGo(order: Order, { waiting, held, now }: World): readonly Waiting[] {
  const byRank = waiting.toSorted((a, b) => a.rank - b.rank);
  const level = (one: Waiting) => Math.min(9, one.priority + Math.floor((now - one.visibleUs) / ageAfterUs));
  switch (order.id) {
    case 'fifo':
      return byRank.slice(0, 1);
    case 'lifo':
      return byRank.slice(-1);
    case 'perKey':
      return byRank.filter((one) => (held.get(one.event.subject) ?? 0) === 0).slice(0, 1);
    case 'priority':
      // Inside a level nobody is passed, so only the first of each can be the one.
      return byRank
        .filter((one, index) => byRank.findIndex(({ priority }) => priority === one.priority) === index)
        .toSorted((a, b) => level(b) - level(a) || a.visibleUs - b.visibleUs || a.rank - b.rank)
        .slice(0, 1);
    default:
      return byRank;
  }
}

function come(world: World, order: Order, subject: string, priority: number, rank: number): void {
  // Of an event an order reads only the key.
  const event = { subject } as FlowEvent;
  const item: Waiting = { event, rank, priority, visibleUs: world.now, partition: 0 };
  world.waiting.push(item);
  order.add(world.line, { ...item });
}

function leave(world: World, order: Order, item: Waiting): void {
  expect(order.remove(world.line, item)).toEqual(item);
  world.waiting.splice(
    world.waiting.findIndex(({ rank }) => rank === item.rank),
    1,
  );
}

function hold(world: World, order: Order, subject: string, by: 1 | -1): void {
  if (!order.keepsKeys) return;
  world.held.set(subject, (world.held.get(subject) ?? 0) + by);
  if (by === 1) order.hold(world.line, subject);
  else order.release(world.line, subject);
}

function act(world: World, order: Order, one: Deed, newcomer: number): void {
  const next = order.next(world.line, contextOf(world));
  switch (one.do) {
    case 'come':
      return come(world, order, one.subject, one.priority, newcomer);
    case 'return':
      // Some place that nobody has.
      if (world.waiting.every(({ rank }) => rank !== one.rank + 0.5))
        come(world, order, subjects[one.n % 3] ?? '', one.n % 2, one.rank + 0.5);
      return;
    case 'go':
      world.picked = one.n;
      if (next === undefined) return;
      leave(world, order, next);
      return hold(world, order, next.event.subject, 1);
    case 'expire': {
      const item = world.waiting[one.n % Math.max(1, world.waiting.length)];
      if (item !== undefined) leave(world, order, item);
      return;
    }
    case 'settle': {
      const [subject] = [...world.held].filter(([, count]) => count > 0)[0] ?? [];
      if (subject !== undefined) hold(world, order, subject, -1);
      return;
    }
    case 'copy':
      Object.assign(world.line, structuredClone(world.line));
      return;
    default:
      world.now += one.n;
  }
}

/** Nobody when there is nobody, else one of them. */
function isAmong(one: Waiting | undefined, all: readonly Waiting[]): boolean {
  return one === undefined ? all.length === 0 : all.some(({ rank }) => rank === one.rank);
}

describe.each(orders.map((order) => [order.id, order] as const))('%s', (_, order) => {
  test('hands out whose turn it is, and loses and doubles nobody', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const world: World = { line: createLine(), waiting: [], held: new Map(), now: 0, picked: 0 };
        for (const [index, one] of deeds.entries()) {
          act(world, order, one, index);
          const next = order.next(world.line, contextOf(world));
          const allowed = mayGo(order, world);
          expect(isAmong(next, allowed)).toBe(true);
          const listed = order.list(world.line, Infinity, world.now, ageAfterUs);
          expect(listed.toSorted((a, b) => a.rank - b.rank)).toEqual(
            world.waiting.toSorted((a, b) => a.rank - b.rank),
          );
          expect(order.list(world.line, 2, world.now, ageAfterUs)).toEqual(listed.slice(0, 2));
          const oldest = order.oldest(world.line);
          expect(isAmong(oldest, world.waiting)).toBe(true);
        }
      }),
      options,
    );
  });

  test('takes nobody who is not there', () => {
    const line = createLine<Waiting>();
    // Of an event an order reads only the key.
    const item: Waiting = {
      event: { subject: 'a' } as FlowEvent,
      rank: 1,
      priority: 0,
      visibleUs: 0,
      partition: 0,
    };
    expect(order.remove(line, item)).toBeUndefined();
    order.add(line, item);
    expect(order.remove(line, { ...item, rank: 2 })).toBeUndefined();
    expect(order.remove(line, item)).toBe(item);
  });

  test('stays quick with a hundred thousand of one key before the others', () => {
    const line = createLine<Waiting>();
    const world = contextOf({ line, waiting: [], held: new Map(), now: 0, picked: 0 });
    let looked = 0;
    const watched = (subject: string, rank: number): Waiting => ({
      // Of an event an order reads only the key; every look at it is counted.
      event: {
        get subject() {
          looked += 1;
          return subject;
        },
      } as FlowEvent,
      rank,
      priority: 0,
      visibleUs: 0,
      partition: 0,
    });
    order.hold(line, 'hot');
    for (let rank = 0; rank < 100_000; rank += 1) order.add(line, watched('hot', rank));
    looked = 0;
    for (let rank = 100_000; rank < 101_000; rank += 1) {
      order.add(line, watched(`k${rank}`, rank));
      const next = order.next(line, world);
      if (next !== undefined) order.remove(line, next);
    }
    expect(looked).toBeLessThan(10_000);
  });
});

test('no two orders share an id', () => {
  expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
});
