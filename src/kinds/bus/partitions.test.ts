import { describe, expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { parseFlow } from '#engine/model/parseFlow';
import { Run } from '#engine/runtime/Run';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { BusView } from './BusView';

/** 20 events a second of nine keys, three consumers that take 100 ms each on average. */
function run(bus: Settings, publisher: Settings = {}): Run {
  const node = (id: string, kind: string, settings: Settings) => ({ id, kind, x: 0, y: 0, settings });
  const consumers = ['one', 'two', 'three'];
  const exponential = (mean: number) => ({ law: 'exponential', mean });
  const result = parseFlow(
    {
      busbar: 1,
      name: 'partitions',
      untilMs: 60_000,
      eventTypes: [{ id: 'OrderPlaced' }],
      nodes: [
        node('shop', 'publisher', { interval: exponential(50), keys: 9, ...publisher }),
        node('orders', 'bus', { groups: 'one', ...bus }),
        ...consumers.map((id) => node(id, 'handler', { service: exponential(100) })),
      ],
      wires: [
        { id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        ...consumers.map((id) => ({
          id: `to-${id}`,
          from: { node: 'orders', port: 'out' },
          to: { node: id, port: 'in' },
        })),
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const loaded = new Run(runningKinds);
  loaded.load(result.value);
  while (loaded.advance(1_000));
  return loaded;
}

/** How many events were finished after a later one of the same key. */
function overtaken(loaded: Run): number {
  const latest = new Map<string, number>();
  let count = 0;
  for (const { kind, token } of loaded.entries({ from: 1, count: 100_000 })) {
    if (kind !== 'finish' || token === null) continue;
    const before = latest.get(token.subject) ?? 0;
    if (token.number < before) count += 1;
    latest.set(token.subject, Math.max(before, token.number));
  }
  return count;
}

function queueAtEnd(loaded: Run): BusView['queues'][number] {
  const view = loaded.frame({ timeUs: 60_000_000 }).nodes[1]?.view as BusView; // Node 1 is the bus.
  const [queue] = view.queues;
  if (queue === undefined) throw new Error('The bus has a queue.');
  return queue;
}

describe('three partitions and three consumers', () => {
  test('let nothing overtake inside a key, where one shared queue does', () => {
    expect(overtaken(run({}))).toBeGreaterThan(50);
    expect(overtaken(run({ partitions: 3 }))).toBe(0);
  });

  test('show whose each is and what waits in it', () => {
    const { partitions, partitionCount, waitingCount } = queueAtEnd(run({ partitions: 3 }));
    expect(partitions.map(({ owner }) => owner)).toEqual([1, 2, 3]);
    expect(partitionCount).toBe(3);
    expect(partitions.reduce((sum, one) => sum + one.waitingCount, 0)).toBe(waitingCount);
    expect(partitions.every(({ unacked }) => unacked.length <= 1)).toBe(true);
  });

  test('drown where half of the events have one key, while the others idle', () => {
    const { partitions } = queueAtEnd(run({ partitions: 3 }, { keyChoice: 'hot', hotShare: 0.5 }));
    const counts = partitions.map(({ waitingCount }) => waitingCount).toSorted((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(100);
    expect(counts[1]).toBeLessThan(10);
  });
});
