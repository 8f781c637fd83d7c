import { first, lengthOf } from '#engine/kernel/Fifo';
import type { Order } from '../Order';
import { oneLane } from './oneLane';

/** Any of those who wait may go next, all equally likely: a bus that promises no order at all. */
export const unordered: Order = {
  ...oneLane,
  id: 'unordered',
  next({ lane }, { context }) {
    const length = lengthOf(lane);
    return length < 2 ? first(lane) : lane.items[lane.head + context.pick(length)];
  },
};
