import { itemsOf, lengthOf } from '#engine/kernel/Fifo';
import type { Order } from '../Order';
import { oneLane } from './oneLane';

/** Who came last goes first: a stack. */
export const lifo: Order = {
  ...oneLane,
  id: 'lifo',
  takesLast: true,
  next: ({ lane }) => (lengthOf(lane) === 0 ? undefined : lane.items[lane.items.length - 1]),
  list: ({ lane }, count) => itemsOf(lane).toReversed().slice(0, count),
};
