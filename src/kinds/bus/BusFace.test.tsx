import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { Settings } from '#engine/model/fields';
import type { FaceProps } from '#ui/look/FaceProps';
import { LiveTimeContext } from '#ui/look/liveTime';
import { busFace } from './BusFace';
import { busFields } from './busFields';
import { busPorts } from './busPorts';
import type { BusView, QueueView } from './BusView';

const token = (number: number) => ({ number, type: 0, subject: 'k' });
const tokens = (count: number) => Array.from({ length: Math.min(count, 12) }, (_, index) => token(index + 1));

const queue = (group: string, waitingCount: number, change: Partial<QueueView> = {}): QueueView => ({
  group,
  wires: [0],
  waiting: tokens(waitingCount),
  waitingCount,
  delayedCount: 0,
  partitions: [],
  partitionCount: 0,
  unacked: [],
  unackedCount: 0,
  retryingCount: 0,
  accepted: 0,
  delivered: 0,
  dropped: 0,
  expired: 0,
  deadLettered: 0,
  lost: 0,
  ...change,
});

const rest: BusView = {
  queues: [queue('one', 0)],
  door: [],
  doorCount: 0,
  doorSinceUs: null,
  openCalls: [],
  openCallCount: 0,
  monitors: [],
  parked: [],
  parkedCount: 0,
  kept: [],
  keptCount: 0,
  accepted: 0,
  refused: 0,
  unrouted: 0,
};

function facing(
  settings: Settings,
  view: Partial<BusView> | null,
  change: Partial<FaceProps> & { readonly lifecycle?: string } = {},
): string {
  const all = { ...defaultsOf(busFields), ...settings };
  const lifecycle = change.lifecycle ?? 'idle';
  const frame = {
    lifecycle,
    sinceUs: 1_000_000,
    last: null,
    view: { ...rest, ...view },
    times: { response: null, wait: null },
    p95Us: null,
    ratePerSecond: 18.2,
  };
  const at = { nowUs: () => 1_120_000, subscribe: () => () => undefined };
  return renderToStaticMarkup(
    <LiveTimeContext value={at}>
      <busFace.Face
        node={{ id: 'b', kind: 'bus', name: 'orders', x: 0, y: 0, settings: all }}
        settings={all}
        frame={view === null ? null : frame}
        stateWord={lifecycle}
        eventTypes={[{ id: 'placed', name: 'OrderPlaced', shape: 'circle', colour: 1, outline: false }]}
        zoomLevel="full"
        isSelected={false}
        nodeNames={() => ''}
        wireTargets={(wire) => `target ${wire}`}
        {...change}
      />
    </LiveTimeContext>,
  ).replaceAll('\u00a0', ' ');
}

const takenSlots = (html: string) => html.match(/data-taken="true"/g)?.length ?? 0;

test('slots hold the very tokens that wait, and the pill says how many of how many', () => {
  const html = facing({ capacity: 12 }, { queues: [queue('one', 7)] }, { lifecycle: 'dispatching' });
  expect(takenSlots(html)).toBe(7);
  expect(html).toContain('7 / 12');
  expect(html).toContain('topic · async · FIFO');
  expect(html).toContain('18.2 /s out');
});

test('the next one out stands at the right end', () => {
  const html = facing({}, { queues: [queue('one', 3)] });
  const order = [...html.matchAll(/data-event="(\d+)"/g)].map(([, number]) => number);
  // The row runs from right to left, so that the first in the markup stands rightmost.
  expect(order).toEqual(['1', '2', '3']);
});

test('beyond twelve a level and the number replace the slots', () => {
  const html = facing({ capacity: 0 }, { queues: [queue('one', 1284)] });
  expect(takenSlots(html)).toBe(0);
  expect(html).toContain('1,284');
});

test('what is delivered and not acknowledged stands behind a bar', () => {
  const html = facing({}, { queues: [queue('one', 2, { unacked: [token(9)], unackedCount: 1 })] });
  expect(takenSlots(html)).toBe(3);
});

test('there is a box for every place of the queue, whatever is handed out', () => {
  const boxes = (html: string) => html.match(/_slot_/g)?.length ?? 0;
  const inHand = { unacked: [token(9)], unackedCount: 1 };
  expect(boxes(facing({ capacity: 5 }, { queues: [queue('one', 0, inHand)] }))).toBe(5 + 1);
  expect(boxes(facing({ capacity: 5 }, { queues: [queue('one', 3, inHand)] }))).toBe(5 + 1);
  expect(boxes(facing({ capacity: 12 }, { queues: [queue('one', 4, inHand)] }))).toBe(12 + 1);
  expect(boxes(facing({ capacity: 0 }, { queues: [queue('one', 4, inHand)] }))).toBe(12);
});

test('every group has its row, named after its only subscriber or its group; of too many the fullest are shown', () => {
  const two = facing({}, { queues: [queue('w1', 1), queue('mail', 2, { wires: [4, 5] })] });
  expect(two).toContain('target 0');
  expect(two).toContain('mail');
  const many = facing(
    {},
    { queues: Array.from({ length: 9 }, (_, index) => queue(`g${index}`, index, { wires: [index, 90] })) },
  );
  expect(many).toContain('+6 more queues');
  expect(many).toContain('g8');
  expect(many).not.toContain('g2<');
});

test('rows stand in the order in which their wires leave, and without wires last', () => {
  const html = facing(
    {},
    {
      queues: [
        queue('none', 0, { wires: [] }),
        queue('low', 0, { wires: [1, 2] }),
        queue('high', 0, { wires: [3, 0] }),
      ],
    },
    { wirePlaces: (wire) => [10, 50, 90, 70][wire] ?? 0 },
  );
  const order = [...html.matchAll(/data-queue="(\w+)"/g)].map(([, group]) => group);
  expect(order).toEqual(['high', 'low', 'none']);
});

const partition = (index: number, waitingCount: number) => ({
  index,
  owner: index % 2,
  waiting: tokens(waitingCount),
  waitingCount,
  unacked: [token(90 + index)],
});

test('every partition has its row with its owner, and of too many the fullest are shown', () => {
  const three = facing(
    { partitions: 3 },
    {
      queues: [queue('all', 6, { partitions: [0, 1, 2].map((n) => partition(n, n + 1)), partitionCount: 3 })],
    },
  );
  expect(three).toContain('topic · async · 3 partitions');
  expect(three).toContain('data-rows="3"');
  expect(three).toContain('partition 2');
  expect(three).toContain('title="Partition 1, owned by target 1"');
  expect(takenSlots(three)).toBe(9);
  const many = facing(
    { partitions: 20 },
    {
      queues: [
        queue('all', 78, {
          partitions: Array.from({ length: 12 }, (_, n) => partition(n, n + 1)),
          partitionCount: 20,
        }),
      ],
    },
  );
  expect(many).toContain('+17 more partitions');
  expect(many).toContain('partition 11');
  expect(many).not.toContain('partition 3<');
  expect(many).toContain('data-rows="4"');
});

test('what is delayed stands last and pale, and is counted, as what expired is', () => {
  const html = facing({}, { queues: [queue('one', 5, { delayedCount: 2, expired: 1200 })] });
  expect(html.match(/data-delayed="true"/g)?.length).toBe(2);
  expect(html.lastIndexOf('data-delayed="false"')).toBeLessThan(html.indexOf('data-delayed="true"'));
  expect(html).toContain('title="2 may not go yet"');
  expect(html).toContain('1,200 expired');
});

test('the order is named, and without one no place in line is promised', () => {
  expect(facing({ order: 'priority' }, {})).toContain('topic · async · priority');
  expect(facing({ order: 'lifo', groups: 'one' }, {})).toContain('queue · async · LIFO');
  expect(facing({ order: 'unordered' }, {})).toContain('any next out');
});

test('a caller at the door is told, with how long it has been waiting', () => {
  const html = facing(
    { capacity: 9 },
    { queues: [queue('one', 9)], door: [token(5)], doorCount: 1, doorSinceUs: 1_000_000 },
    { lifecycle: 'full' },
  );
  expect(html).toContain('1 at the door 120 ms');
  expect(html).toContain('data-tone="warn"');
});

test('a synchronous bus shows the open call, and since when its caller is held', () => {
  const html = facing(
    { delivery: 'sync' },
    { openCalls: [{ token: token(317), sinceUs: 1_000_000, wire: 2 }], openCallCount: 1 },
    { lifecycle: 'dispatching' },
  );
  expect(html).toContain('1 call open');
  expect(html).toContain('caller waits 120 ms');
  expect(html).toContain('direct · synchronous');
});

test('a dead-letter box counts what it keeps and crosses it out', () => {
  const html = facing({ purpose: 'deadLetters' }, { queues: [], kept: tokens(2), keptCount: 2 });
  expect(html).toContain('<b>2</b>');
  expect(html).toContain('kept, newest right');
});

test('a bus at rest, without subscribers, or without a run can be drawn', () => {
  expect(facing({}, { queues: [] })).toContain('nobody subscribes yet');
  expect(facing({}, null)).toContain('orders');
  expect(facing({ delivery: 'sync' }, null)).toContain('no call');
  expect(facing({ purpose: 'deadLetters' }, null)).toContain('none so far');
});

test('wires meet the bus between its rails, at the tips of the one rail, or at the middle of the box', () => {
  const [entrance] = busPorts;
  if (entrance === undefined) throw new Error('A bus takes events.');
  const at = (settings: Settings) => busFace.portAt?.({ ...defaultsOf(busFields), ...settings }, entrance);
  expect(at({})).toEqual({ x: 0, y: 108 });
  expect(at({ delivery: 'sync' })).toEqual({ x: -14, y: 60 });
  expect(at({ purpose: 'deadLetters' })).toBeNull();
});
