import type { WaitingLine } from '#engine/model/NodeKind';
import type { BusSettings } from './busFields';
import type { BusView, QueueView } from './BusView';

/** Waiting events that one queue of the bus may hold; `Infinity` without a limit, and for calls. */
export function capacityOf(settings: BusSettings): number {
  const isQueued = settings.delivery === 'async' && settings.purpose === 'events';
  return isQueued && settings.capacity > 0 ? settings.capacity : Infinity;
}

/** The queue with most events waiting, the first among equals; undefined when the bus has none. */
export function fullest(queues: readonly QueueView[]): QueueView | undefined {
  return queues.reduce<QueueView | undefined>(
    (most, queue) => (most === undefined || queue.waitingCount > most.waitingCount ? queue : most),
    undefined,
  );
}

/** How many events lie in a dead-letter box: kept because nobody takes them, or waiting for who replays them. */
export function keptIn(view: BusView): number {
  return view.queues.reduce((sum, queue) => sum + queue.waitingCount + queue.unackedCount, view.keptCount);
}

/** How many events wait in all queues, and at the door. */
export function waitingIn({ queues, doorCount }: BusView): number {
  return queues.reduce((sum, queue) => sum + queue.waitingCount, doorCount);
}

/** What waits in each queue and may go, without what is delayed. */
export function waitingLines({ queues }: BusView): readonly WaitingLine[] {
  return queues.map(({ group, wires, waiting, waitingCount, delayedCount }) => {
    const count = waitingCount - delayedCount;
    return { queue: group, wires, tokens: waiting.slice(0, count), count };
  });
}
