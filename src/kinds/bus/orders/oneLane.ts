import { first, firstItems } from '#engine/kernel/Fifo';
import type { Order } from '../Order';
import { insertByRank, takeByRank } from '../ranked';

/** What the orders have in common that keep everything in one lane. */
export const oneLane: Omit<Order, 'id' | 'next'> = {
  takesLast: false,
  keepsKeys: false,
  add(line, item) {
    insertByRank(line.lane, item);
  },
  remove: (line, { rank }) => takeByRank(line.lane, rank),
  oldest: (line) => first(line.lane),
  list: (line, count) => firstItems(line.lane, count),
  hold: () => undefined,
  release: () => undefined,
};
