import type { Order } from '../Order';
import { fifo } from './fifo';
import { lifo } from './lifo';
import { perKey } from './perKey';
import { priority } from './priority';
import { unordered } from './unordered';

/** Every order in which a queue can hand out. */
export const orders: readonly Order[] = [fifo, perKey, lifo, priority, unordered];

/** The order that the settings of a bus name. */
export function orderOf(id: string): Order {
  return orders.find((order) => order.id === id) ?? fifo;
}
