import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock, EventList, type Clock } from './EventList';

/** So few that buckets are laid out all the time. */
const crowd = 6;

interface Row {
  readonly id: number;
  readonly item: string;
  readonly timeUs: number;
  readonly priority: number;
  readonly sinceUs: number;
}

/** The obviously right event list: a sorted array. */
class SortedList {
  rows: Row[] = [];
  last = 0;
  clock = 0;

  push(item: string, timeUs: number, priority: number): number {
    this.rows.push({ id: ++this.last, item, timeUs, priority, sinceUs: this.clock });
    this.rows.sort((a, b) => a.timeUs - b.timeUs || a.priority - b.priority || a.id - b.id);
    return this.last;
  }

  cancel(id: number): string | undefined {
    const found = this.rows.find((row) => row.id === id);
    this.rows = this.rows.filter((row) => row !== found);
    return found?.item;
  }
}

type Command =
  | { readonly do: 'push'; readonly timeUs: number; readonly priority: number }
  | { readonly do: 'pop'; readonly byUs: number }
  | { readonly do: 'cancel'; readonly back: number };

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('push' as const),
      // Few values, so that ties are the rule; and some beyond 32 bits.
      timeUs: fc.oneof(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 500 }),
        fc.constant(2 ** 40),
      ),
      priority: fc.integer({ min: -1, max: 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pop' as const),
      byUs: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 5 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('cancel' as const),
      back: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 300 })),
    }),
  },
);

/** What can be seen of a list after a command: what the command returned, and how the list then stands. */
function performOnList(list: EventList<string>, model: SortedList, one: Command): readonly unknown[] {
  const returned = returnedByList(list, model.last, one);
  return [...returned, list.size, list.nextTimeUs];
}

function returnedByList(list: EventList<string>, last: number, one: Command): readonly unknown[] {
  if (one.do === 'push') return [list.push(`item ${last + 1}`, one.timeUs, one.priority)];
  if (one.do === 'cancel') return [list.cancel(last - one.back)];
  const item = list.pop(one.byUs);
  return item === undefined ? [] : [item, list.poppedTimeUs, list.poppedPriority];
}

function performOnModel(model: SortedList, one: Command): readonly unknown[] {
  const returned = returnedByModel(model, one);
  return [...returned, model.rows.length, model.rows[0]?.timeUs ?? Infinity];
}

function returnedByModel(model: SortedList, one: Command): readonly unknown[] {
  if (one.do === 'push') return [model.push(`item ${model.last + 1}`, one.timeUs, one.priority)];
  if (one.do === 'cancel') return [model.cancel(model.last - one.back)];
  const isDue = (model.rows[0]?.timeUs ?? 0) <= one.byUs;
  const row = isDue ? model.rows.shift() : undefined;
  return row === undefined ? [] : [row.item, row.timeUs, row.priority];
}

/** The clock follows what is popped, as in a run; but when something was pushed into the past, it does not go back. */
function perform(list: EventList<string>, clock: Clock, model: SortedList, one: Command): void {
  const seen = performOnList(list, model, one);
  expect(seen).toEqual(performOnModel(model, one));
  if (one.do === 'pop') clock[0] = model.clock = Math.max(model.clock, list.poppedTimeUs);
}

test('behaves like a sorted array under any pushes, pops and cancellations', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 300, size: 'max' }), (commands) => {
      const clock = createClock();
      const list = new EventList<string>(clock, crowd);
      const model = new SortedList();
      for (const one of commands) perform(list, clock, model, one);
      expect(list.entries()).toEqual(model.rows);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('a clone and its original go their own ways', () => {
  fc.assert(
    fc.property(
      fc.array(command, { maxLength: 100, size: 'max' }),
      fc.array(command, { maxLength: 100, size: 'max' }),
      (before, after) => {
        const clock = createClock();
        const list = new EventList<string>(clock, crowd);
        const model = new SortedList();
        for (const one of before) perform(list, clock, model, one);
        const copyClock = clock.slice();
        const copy = list.clone(copyClock);
        const rows = [...model.rows];
        const { last, clock: copiedAt } = model;
        for (const one of after) perform(list, clock, model, one);
        expect(copy.entries()).toEqual(rows);
        const copyModel = new SortedList();
        copyModel.rows = rows;
        copyModel.last = last;
        copyModel.clock = copiedAt;
        for (const one of after) perform(copy, copyClock, copyModel, one);
        expect(copy.entries()).toEqual(list.entries());
      },
    ),
    { seed: 2, numRuns: 100 },
  );
});

test('pops in time order, then by priority, then in order of arrival', () => {
  const list = new EventList<string>();
  list.push('late', 9, 0);
  list.push('second among equals', 5, 1);
  list.push('third among equals', 5, 1);
  list.push('urgent', 5, -1);
  const order = [list.pop(), list.pop(), list.pop(), list.pop(), list.pop()];
  expect(order).toEqual(['urgent', 'second among equals', 'third among equals', 'late', undefined]);
});

test('an id is forgotten once its item was popped or taken', () => {
  const list = new EventList<string>();
  const first = list.push('a', 1, 0);
  const second = list.push('b', 2, 0);
  expect(list.cancel(second)).toBe('b');
  expect(list.cancel(second)).toBeUndefined();
  expect(list.pop()).toBe('a');
  expect(list.cancel(first)).toBeUndefined();
  expect(list.cancel(0)).toBeUndefined();
  expect(list.cancel(99)).toBeUndefined();
});

test('long-lived items can still be cancelled after any number of short-lived ones, in a clone too', () => {
  const list = new EventList<string>();
  const old: number[] = [];
  for (let n = 0; n < 20_000; n++) {
    if (n % 100 === 0) old.push(list.push(`old ${n}`, 1e12, 0));
    list.push(`young ${n}`, n, 0);
    list.pop();
  }
  const copy = list.clone();
  const expected = old.map((_, index) => `old ${index * 100}`);
  expect(old.map((id) => list.cancel(id))).toEqual(expected);
  expect(list.size).toBe(0);
  expect(old.map((id) => list.cancel(id)).filter((item) => item !== undefined)).toEqual([]);
  expect(old.map((id) => copy.cancel(id))).toEqual(expected);
});

test('many cancelled time-outs are cleared away while one early item stays on top', () => {
  const list = new EventList<number>();
  list.push(-1, 0, 0);
  for (let n = 0; n < 100_000; n++) list.cancel(list.push(n, 1_000_000 + n, 0));
  expect(list.size).toBe(1);
  expect(list.entries()).toHaveLength(1);
  expect(list.pop()).toBe(-1);
  expect(list.pop()).toBeUndefined();
});

test.each([crowd, 100, 20_000])(
  'ten thousand items in random order come out sorted, %i in the heap',
  (most) => {
    const list = new EventList<number>(createClock(), most);
    let state = 12_345;
    for (let n = 0; n < 10_000; n++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      list.push(n, state % 5000, 0);
    }
    const order = Array.from({ length: 10_000 }, () => [list.pop() ?? -1, list.poppedTimeUs] as const);
    const sorted = order.toSorted(([n, time], [other, otherTime]) => time - otherTime || n - other);
    expect(order).toEqual(sorted);
    expect(list.size).toBe(0);
  },
);
