import type { Distribution } from '#engine/kernel/Distribution';
import type { FlowEvent } from '#engine/model/messages';
import type { NodeSetup } from '#engine/model/NodeKind';
import type { BusSettings } from './busFields';
import type { Bus } from './BusState';
import { EventNumber } from './EventNumber';
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
  /** What an expression says instead; null without one. */
  readonly priorityBy: { levelOf(bus: Bus, event: FlowEvent): number } | null;
  readonly ageAfterUs: number;
  /** How many lines each queue has. */
  readonly partitions: number;
  /** Whether what is under way keeps something else from going out. */
  readonly holds: boolean;
  /** How long something waits until it expires; `Infinity` when it never does. */
  readonly ttlUs: number;
  /** Whether it leaves the queue at that very moment, and not only when its turn comes. */
  readonly expiresAnywhere: boolean;
  /** Null when everything may go at once. */
  readonly delay: { drawUs(bus: Bus, event: FlowEvent): number } | null;
  /** Whether something happens in queues only because time passes. */
  readonly isTimed: boolean;
}

export function planQueues(setup: NodeSetup, settings: BusSettings): QueuePlan {
  const isAsync = settings.delivery === 'async';
  const isLoop = isAsync && settings.dispatch === 'loop';
  const order = isAsync ? orderOf(settings.order) : fifo;
  const partitions = isAsync && !isLoop ? settings.partitions : 1;
  const hasTtl = isAsync && settings.ttlMs > 0;
  const expiresAnywhere = hasTtl && settings.ttlAt === 'anywhere';
  const delay = isAsync ? planDelay(settings) : null;
  return {
    isLoop,
    order,
    priorities: setup.eventTypes.map((type) => priorityOf(type, settings)),
    priorityBy: isAsync && settings.order === 'priority' ? planPriority(settings) : null,
    ageAfterUs: settings.ageAfterMs === 0 ? Infinity : Math.round(settings.ageAfterMs * 1000),
    partitions,
    holds: order.keepsKeys || partitions > 1,
    ttlUs: hasTtl ? Math.round(settings.ttlMs * 1000) : Infinity,
    expiresAnywhere,
    delay,
    isTimed: expiresAnywhere || delay !== null,
  };
}

function priorityOf(type: string, { priorities }: BusSettings): number {
  return priorities.find((entry) => entry.type === type)?.priority ?? 0;
}

/** Where the expression gives no number, the level of the type counts; others are rounded down, and kept from 0 to 9. */
function planPriority({ priorityBy }: BusSettings): QueuePlan['priorityBy'] {
  if (priorityBy.trim() === '') return null;
  const number = new EventNumber(priorityBy);
  return {
    levelOf({ context, plan }, event) {
      const level = number.of(event, context, plan.priorities[event.type] ?? 0);
      return Math.min(9, Math.max(0, Math.floor(level)));
    },
  };
}

/** Longest delay that an expression can ask for: the same as the longest of a duration field. */
const longestDelayMs = 1e8;

/** What is drawn and what the event asks for are added; a number below 0 is none. */
function planDelay({ delay, delayBy }: BusSettings): QueuePlan['delay'] {
  const isDrawn = !isNothing(delay);
  const number = delayBy.trim() === '' ? null : new EventNumber(delayBy);
  if (!isDrawn && number === null) return null;
  return {
    drawUs({ context }, event) {
      const askedMs = number === null ? 0 : number.of(event, context, 0);
      const boundedMs = Math.min(longestDelayMs, Math.max(0, askedMs));
      return (isDrawn ? context.sample(delay) : 0) + Math.round(boundedMs * 1000);
    },
  };
}

function isNothing(delay: Distribution): boolean {
  return delay.law === 'constant' && delay.mean === 0;
}
