import { createClock, EventList } from '#engine/kernel/EventList';
import { ObjectHeap } from './references/ObjectHeap';
import { TypedHeap } from './references/TypedHeap';
import { Uniform } from './references/Uniform';

/*
 * The hold model: take the first of n pending events and put it back an exponential time later (Jones, An empirical
 * comparison of priority-queue and event-set implementations, 1986). Each returns how often it did so.
 */

const mean = 1000;

export function holdEventList(pending: number, times: number): number {
  const random = new Uniform(3);
  const clock = createClock();
  const list = new EventList<number>(clock);
  for (let n = 0; n < pending; n++) list.push(n, Math.round(random.exponential(mean * pending)));
  for (let n = 0; n < times; n++) {
    const item = list.pop() ?? 0;
    clock[0] = list.poppedTimeUs;
    list.push(item, clock[0] + Math.round(random.exponential(mean * pending)));
  }
  return times;
}

export function holdTypedHeap(pending: number, times: number): number {
  const random = new Uniform(3);
  const heap = new TypedHeap(pending + 1);
  for (let n = 0; n < pending; n++) heap.push(Math.round(random.exponential(mean * pending)), n);
  for (let n = 0; n < times; n++) {
    const item = heap.pop();
    heap.push(heap.timeUs + Math.round(random.exponential(mean * pending)), item);
  }
  return times;
}

export function holdObjectHeap(pending: number, times: number): number {
  const random = new Uniform(3);
  const heap = new ObjectHeap();
  const act = () => undefined;
  for (let n = 0; n < pending; n++) heap.push({ time: Math.round(random.exponential(mean * pending)), act });
  for (let n = 0; n < times; n++) {
    const event = heap.pop();
    if (event === undefined) break;
    heap.push({ time: event.time + Math.round(random.exponential(mean * pending)), act: event.act });
  }
  return times;
}
