import type { Field } from '#engine/model/fields';
import { queueFields, type QueueSettings } from './queueFields';
import { timingFields, type TimingSettings } from './timingFields';

/** The settings of a bus, as its field table promises them. */
export interface BusSettings extends QueueSettings, TimingSettings {
  /** `deadLetters` keeps what nobody takes and is drawn as a dead-letter box. */
  readonly purpose: 'events' | 'deadLetters';
  readonly delivery: 'async' | 'sync';
  readonly reading: 'inline' | 'blockingCall';
  readonly dispatch: 'independent' | 'loop';
  readonly dispatchers: number;
  /** Whether each subscription, all together, or those with the same name get one copy. */
  readonly groups: 'each' | 'one' | 'named';
  readonly dialect: 'exact' | 'nats' | 'amqp' | 'mqtt';
  /** Waiting events per queue; 0 stands for no limit. */
  readonly capacity: number;
  readonly overflow: 'block' | 'reject' | 'dropNewest' | 'dropOldest' | 'deadLetter';
  readonly order: 'fifo' | 'perKey' | 'lifo' | 'priority' | 'unordered';
  readonly guarantee: 'atMostOnce' | 'atLeastOnce';
  readonly ackOn: 'completion' | 'accept';
  /** Milliseconds; 0 waits for ever. */
  readonly ackTimeoutMs: number;
  readonly maxAttempts: number;
  readonly redeliveryDelayMs: number;
  readonly unrouted: 'drop' | 'keep';
  readonly balancing: 'roundRobin' | 'leastBusy' | 'random' | 'keyHash';
  /** Unacknowledged deliveries per consumer; 0 leaves it to what the consumer has room for. */
  readonly prefetch: number;
  /** Unacknowledged deliveries per group; 0 stands for no limit. */
  readonly groupPrefetch: number;
  readonly redelivery: 'fixed' | 'exponential';
  readonly redeliveryFactor: number;
  readonly redeliveryMaxMs: number;
  /** Milliseconds in which a repeated event is taken only once; 0 stands for none. */
  readonly dedupWindowMs: number;
  readonly dedupBy: 'id' | 'key';
  readonly retention: 'none' | 'last' | 'all';
  readonly retainCount: number;
  /** Where a copy goes that comes back for another attempt. */
  readonly requeueTo: 'head' | 'tail' | 'old';
}

const isAsync = { field: 'delivery', is: ['async'] } as const;
const isIndependent = { field: 'dispatch', is: ['independent'] } as const;
const isAcknowledged = { field: 'guarantee', is: ['atLeastOnce'] } as const;

export const busFields: readonly Field[] = [
  {
    id: 'purpose',
    type: 'choice',
    default: 'events',
    options: ['events', 'deadLetters'],
  },
  {
    id: 'delivery',
    type: 'choice',
    default: 'async',
    options: ['async', 'sync'],
  },
  {
    id: 'reading',
    type: 'choice',
    default: 'inline',
    options: ['inline', 'blockingCall'],
    when: [{ field: 'delivery', is: ['sync'] }],
  },
  {
    id: 'dispatch',
    type: 'choice',
    section: 'flow',
    default: 'independent',
    options: ['independent', 'loop'],
    when: [isAsync],
  },
  {
    id: 'dispatchers',
    type: 'number',
    section: 'flow',
    default: 1,
    min: 1,
    max: 64,
    integer: true,
    unit: 'workers',
    when: [isAsync, { field: 'dispatch', is: ['loop'] }],
  },
  {
    id: 'groups',
    type: 'choice',
    default: 'each',
    options: ['each', 'one', 'named'],
  },
  {
    id: 'dialect',
    type: 'choice',
    section: 'what',
    default: 'exact',
    options: ['exact', 'nats', 'amqp', 'mqtt'],
  },
  {
    id: 'capacity',
    type: 'number',
    section: 'queue',
    default: 0,
    min: 0,
    max: 1e6,
    integer: true,
    unit: 'events',
    unlimited: 0,
    when: [isAsync],
  },
  {
    id: 'overflow',
    type: 'choice',
    section: 'queue',
    default: 'block',
    options: ['block', 'reject', 'dropNewest', 'dropOldest', 'deadLetter'],
    when: [isAsync],
  },
  {
    id: 'order',
    type: 'choice',
    section: 'queue',
    default: 'fifo',
    options: ['fifo', 'perKey', 'lifo', 'priority', 'unordered'],
    when: [isAsync],
  },
  {
    id: 'guarantee',
    type: 'choice',
    section: 'guarantee',
    default: 'atMostOnce',
    options: ['atMostOnce', 'atLeastOnce'],
    when: [isAsync],
  },
  {
    id: 'ackOn',
    type: 'choice',
    section: 'guarantee',
    default: 'completion',
    options: ['completion', 'accept'],
    when: [isAsync, isAcknowledged],
  },
  {
    id: 'ackTimeoutMs',
    type: 'duration',
    section: 'guarantee',
    default: 30_000,
    min: 0,
    max: 1e8,
    when: [isAsync, isAcknowledged],
  },
  {
    id: 'maxAttempts',
    type: 'number',
    section: 'guarantee',
    default: 5,
    min: 1,
    max: 100,
    integer: true,
    unit: 'attempts',
    when: [isAsync, isAcknowledged],
  },
  {
    id: 'redeliveryDelayMs',
    after: 'redelivery',
    type: 'duration',
    section: 'guarantee',
    default: 0,
    min: 0,
    max: 1e8,
    when: [isAsync, isAcknowledged],
  },
  {
    id: 'unrouted',
    type: 'choice',
    section: 'what',
    default: 'drop',
    options: ['drop', 'keep'],
  },
  {
    id: 'balancing',
    after: 'partitions',
    type: 'choice',
    default: 'roundRobin',
    options: ['roundRobin', 'leastBusy', 'random', 'keyHash'],
    section: 'queue',
  },
  {
    id: 'prefetch',
    type: 'number',
    default: 0,
    min: 0,
    max: 1e5,
    integer: true,
    unit: 'events',
    section: 'guarantee',
    when: [isAsync, isIndependent, isAcknowledged],
  },
  {
    id: 'groupPrefetch',
    type: 'number',
    default: 0,
    min: 0,
    max: 1e6,
    integer: true,
    unit: 'events',
    unlimited: 0,
    section: 'guarantee',
    when: [isAsync, isIndependent, isAcknowledged],
  },
  {
    id: 'redelivery',
    after: 'maxAttempts',
    type: 'choice',
    default: 'fixed',
    options: ['fixed', 'exponential'],
    section: 'guarantee',
    when: [isAsync, isAcknowledged],
  },
  {
    id: 'redeliveryFactor',
    after: 'redeliveryDelayMs',
    type: 'number',
    default: 2,
    min: 1,
    max: 100,
    step: 0.5,
    section: 'guarantee',
    when: [isAsync, isAcknowledged, { field: 'redelivery', is: ['exponential'] }],
  },
  {
    id: 'redeliveryMaxMs',
    after: 'redeliveryFactor',
    type: 'duration',
    default: 60_000,
    min: 0,
    max: 1e8,
    section: 'guarantee',
    when: [isAsync, isAcknowledged, { field: 'redelivery', is: ['exponential'] }],
  },
  {
    id: 'dedupWindowMs',
    type: 'duration',
    default: 0,
    min: 0,
    max: 1e8,
    section: 'guarantee',
    when: [isAsync],
  },
  {
    id: 'dedupBy',
    type: 'choice',
    default: 'id',
    options: ['id', 'key'],
    section: 'guarantee',
    when: [isAsync],
  },
  {
    id: 'retention',
    type: 'choice',
    default: 'none',
    options: ['none', 'last', 'all'],
    section: 'queue',
    when: [isAsync],
  },
  {
    id: 'retainCount',
    type: 'number',
    default: 100,
    min: 1,
    max: 10_000,
    integer: true,
    unit: 'events',
    section: 'queue',
    when: [isAsync, { field: 'retention', is: ['last'] }],
  },
  ...queueFields,
  ...timingFields,
  {
    id: 'requeueTo',
    after: 'redeliveryMaxMs',
    type: 'choice',
    default: 'head',
    options: ['head', 'tail', 'old'],
    section: 'guarantee',
    when: [isAsync, isAcknowledged],
  },
];
