import { createClock, EventList } from '#engine/kernel/EventList';
import { Pending } from '#engine/runtime/Pending';
import type { Benchmark } from '../Benchmark';
import { usedBytes } from '../memory';
import { ObjectHeap } from '../references/ObjectHeap';

const count = 200_000;

export const memoryPerEvent: Benchmark = {
  id: 'memory',
  title: 'Memory of a pending event',
  run() {
    const keys = bytesEach(() => {
      const list = new EventList<null>(createClock());
      for (let n = 0; n < count; n++) list.push(null, n + 1);
      return list;
    });
    const whole = bytesEach(() => {
      const list = new EventList<Pending>(createClock());
      for (let n = 0; n < count; n++) list.push(new Pending('timer', 0, -1, null, 'timer', 0), n + 1);
      return list;
    });
    const object = bytesEach(() => {
      const heap = new ObjectHeap();
      for (let n = 0; n < count; n++) heap.push({ time: n + 1, act: () => heap.size });
      return heap;
    });
    return [
      {
        what: 'its place in the list',
        value: keys,
        unit: 'bytes',
        ratio: object / keys,
        against: 'object and closure',
      },
      {
        what: 'with its message',
        value: whole,
        unit: 'bytes',
        ratio: object / whole,
        against: 'object and closure',
      },
    ];
  },
};

function bytesEach(make: () => unknown): number {
  const before = usedBytes();
  const kept = make();
  const after = usedBytes();
  // Whatever was made must still be there when it is weighed.
  return kept === null ? Number.NaN : (after - before) / count;
}
