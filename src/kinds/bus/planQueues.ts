import type { NodeSetup } from '#engine/model/NodeKind';
import type { BusSettings } from './busFields';
import type { Order } from './Order';
import { fifo } from './orders/fifo';
import { orderOf } from './orders/index';

/** What a bus works out once about its queues. */
export interface QueuePlan {
  /** Whether dispatchers share one queue. */
  readonly isLoop: boolean;
  readonly order: Order;
  /** By event type. */
  readonly priorities: readonly number[];
  readonly ageAfterUs: number;
  /** How many lines each queue has. */
  readonly partitions: number;
  /** Whether what is under way keeps something else from going out. */
  readonly holds: boolean;
}

export function planQueues(setup: NodeSetup, settings: BusSettings): QueuePlan {
  const isAsync = settings.delivery === 'async';
  const isLoop = isAsync && settings.dispatch === 'loop';
  const order = isAsync ? orderOf(settings.order) : fifo;
  const partitions = isAsync && !isLoop ? settings.partitions : 1;
  return {
    isLoop,
    order,
    priorities: setup.eventTypes.map((type) => priorityOf(type, settings)),
    ageAfterUs: settings.ageAfterMs === 0 ? Infinity : Math.round(settings.ageAfterMs * 1000),
    partitions,
    holds: order.keepsKeys || partitions > 1,
  };
}

function priorityOf(type: string, { priorities }: BusSettings): number {
  return priorities.find((entry) => entry.type === type)?.priority ?? 0;
}
