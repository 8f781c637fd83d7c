import type { Field } from '#engine/model/fields';

/** Settings of the queues of a bus, as their field table promises them. */
export interface QueueSettings {
  /** Priority of event types, from 0 to 9, the higher first; those that are not here have 0. */
  readonly priorities: readonly { readonly type: string; readonly priority: number }[];
  /** Milliseconds of waiting that count as one level of priority; 0 without ageing. */
  readonly ageAfterMs: number;
  readonly partitions: number;
}

const isAsync = { field: 'delivery', is: ['async'] } as const;
const isIndependent = { field: 'dispatch', is: ['independent'] } as const;
const isByPriority = { field: 'order', is: ['priority'] } as const;

/** They stand among the fields of a bus: append only. */
export const queueFields: readonly Field[] = [
  {
    id: 'priorities',
    after: 'order',
    type: 'records',
    default: [],
    maxItems: 200,
    item: [
      { id: 'type', type: 'eventType', default: '' },
      { id: 'priority', type: 'number', default: 5, min: 0, max: 9, integer: true },
    ],
    section: 'queue',
    when: [isAsync, isByPriority],
  },
  {
    id: 'ageAfterMs',
    after: 'priorityBy',
    type: 'duration',
    default: 0,
    min: 0,
    max: 1e8,
    section: 'queue',
    when: [isAsync, isByPriority],
  },
  {
    id: 'partitions',
    after: 'ageAfterMs',
    type: 'number',
    default: 1,
    min: 1,
    max: 64,
    integer: true,
    section: 'queue',
    when: [isAsync, isIndependent],
  },
];
