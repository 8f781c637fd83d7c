import { createFifo, first, itemsOf, type Fifo } from '#engine/kernel/Fifo';
import type { Line, Waiting } from '../Line';
import type { Order } from '../Order';
import { insertByRank, takeByRank } from '../ranked';
import { oneLane } from './oneLane';

/** Levels of priority go from 0 to this one. */
const highestPriority = 9;

/**
 * The highest level goes first, and inside a level who came first, as in the priority queues of RabbitMQ. With ageing,
 * every so much waiting counts as one level more, up to the highest; among equals then who has waited longest goes. No
 * timer is needed for that: in each level the head has aged most, so the heads are compared when one is handed out.
 */
export const priority: Order = {
  ...oneLane,
  id: 'priority',
  add(line, item) {
    while (line.levels.length <= item.priority) line.levels.push(createFifo());
    const level = line.levels[item.priority];
    if (level !== undefined) insertByRank(level, item);
  },
  next: (line, { context, plan }) => bestOf(line.levels, context.now, plan.ageAfterUs),
  remove(line, ticket) {
    const level = line.levels[ticket.priority];
    return level === undefined ? undefined : takeByRank(level, ticket.rank);
  },
  /** Of the lowest level, for room is made at the cost of who matters least. */
  oldest: ({ levels }) => lowestOf(levels),
  list(line, count, nowUs, ageAfterUs) {
    const levels = line.levels.map((level) => ({ items: itemsOf(level).slice(0, count), head: 0 }));
    const listed = [];
    while (listed.length < count) {
      const best = bestOf(levels, nowUs, ageAfterUs);
      if (best === undefined) break;
      const level = levels[best.priority];
      if (level !== undefined) level.head += 1;
      listed.push(best);
    }
    return listed;
  },
};

function bestOf<T extends Waiting>(
  levels: Line<T>['levels'],
  nowUs: number,
  ageAfterUs: number,
): T | undefined {
  let best: T | undefined;
  let bestLevel = -1;
  for (let index = levels.length - 1; index >= 0; index -= 1) {
    const level = levels[index];
    const head = level === undefined ? undefined : first(level);
    if (head === undefined) continue;
    if (ageAfterUs === Infinity) return head;
    const aged = Math.min(highestPriority, index + Math.floor((nowUs - head.visibleUs) / ageAfterUs));
    if (best !== undefined && (aged < bestLevel || (aged === bestLevel && isNotOlder(head, best)))) continue;
    best = head;
    bestLevel = aged;
  }
  return best;
}

function isNotOlder(one: Waiting, other: Waiting): boolean {
  return one.visibleUs > other.visibleUs || (one.visibleUs === other.visibleUs && one.rank > other.rank);
}

function lowestOf<T extends Waiting>(levels: readonly Fifo<T>[]): T | undefined {
  for (const level of levels) {
    const head = first(level);
    if (head !== undefined) return head;
  }
  return undefined;
}
