import { addDeadline, dropDeadline, noteTimed } from './alarms';
import type { Bus } from './BusState';
import { pushDelayed, takeDelayed } from './DelayHeap';
import type { Line, Ticket, Waiting } from './Line';
import type { Place, Queue } from './Queue';

/** Puts a newcomer into its queue. */
export function join<T extends Waiting>(bus: Bus, queue: Queue<T>, line: Line<T>, item: T): void {
  line.highestRank += 1;
  item.rank = line.highestRank;
  enter(bus, queue, line, item);
}

/** Puts something back into its queue. */
export function rejoin<T extends Waiting>(
  bus: Bus,
  queue: Queue<T>,
  line: Line<T>,
  item: T,
  place: Place,
): void {
  if (place !== 'old') item.rank = rankAt(line, isLatest(place, bus.plan.order.takesLast));
  enter(bus, queue, line, item);
}

function isLatest(place: Place, takesLast: boolean): boolean {
  return place === 'new' || (place === 'tail') !== takesLast;
}

function rankAt(line: Line<unknown>, isHighest: boolean): number {
  if (isHighest) line.highestRank += 1;
  else line.lowestRank -= 1;
  return isHighest ? line.highestRank : line.lowestRank;
}

function enter<T extends Waiting>(bus: Bus, queue: Queue<T>, line: Line<T>, item: T): void {
  show(bus, queue, line, item);
  countIn(bus, queue);
}

function show<T extends Waiting>(bus: Bus, queue: Queue<T>, line: Line<T>, item: T): void {
  bus.plan.order.add(line, item);
  line.count += 1;
  if (bus.plan.expiresAnywhere) addDeadline(bus, queue, item);
}

/** Puts a newcomer aside that may not go before its time; it counts as waiting. */
export function defer<T extends Waiting>(bus: Bus, queue: Queue<T>, item: T): void {
  pushDelayed(queue.delayed, item);
  countIn(bus, queue);
  noteTimed(bus, queue);
}

/** Takes the next one that was put aside out of its queue, whatever becomes of it. */
export function takeDeferred<T extends Waiting>(bus: Bus, queue: Queue<T>): T | undefined {
  const item = takeDelayed(queue.delayed);
  if (item === undefined) return undefined;
  countOut(bus, queue);
  noteTimed(bus, queue);
  return item;
}

/** The delay of something is over: it stands in line as if it came now. */
export function appear<T extends Waiting>(bus: Bus, queue: Queue<T>): T | undefined {
  const item = takeDelayed(queue.delayed);
  const line = item === undefined ? undefined : queue.lines[item.partition];
  if (item === undefined || line === undefined) return undefined;
  line.highestRank += 1;
  item.rank = line.highestRank;
  show(bus, queue, line, item);
  return item;
}

/** Takes something out of its queue, whatever becomes of it; undefined when it is not there. */
export function take<T extends Waiting>(
  bus: Bus,
  queue: Queue<T>,
  line: Line<T>,
  ticket: Ticket,
): T | undefined {
  const item = bus.plan.order.remove(line, ticket);
  if (item === undefined) return undefined;
  line.count -= 1;
  if (queue.preferred === item.event.number) queue.preferred = 0;
  if (bus.plan.expiresAnywhere) dropDeadline(bus, queue, item);
  countOut(bus, queue);
  return item;
}

/** Empties a queue; what was in it, oldest first. */
export function takeAll<T extends Waiting>(bus: Bus, queue: Queue<T>): readonly T[] {
  const taken: T[] = [];
  for (const line of queue.lines) {
    for (;;) {
      const oldest = bus.plan.order.oldest(line);
      const item = oldest === undefined ? undefined : take(bus, queue, line, oldest);
      if (item === undefined) break;
      taken.push(item);
    }
  }
  for (;;) {
    const item = takeDeferred(bus, queue);
    if (item === undefined) break;
    taken.push(item);
  }
  return taken;
}

function countIn({ state, plan }: Bus, queue: Queue<unknown>): void {
  queue.waiting += 1;
  state.waiting += 1;
  if (queue.waiting === plan.capacity) state.fullQueues += 1;
}

function countOut({ state, plan }: Bus, queue: Queue<unknown>): void {
  if (queue.waiting === plan.capacity) state.fullQueues -= 1;
  queue.waiting -= 1;
  state.waiting -= 1;
}
