import type { Bus } from './BusState';
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
  bus.plan.order.add(line, item);
  line.count += 1;
  countIn(bus, queue);
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
