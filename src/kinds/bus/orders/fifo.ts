import { first } from '#engine/kernel/Fifo';
import type { Order } from '../Order';
import { oneLane } from './oneLane';

/** Who came first goes first. */
export const fifo: Order = {
  ...oneLane,
  id: 'fifo',
  next: (line) => first(line.lane),
};
