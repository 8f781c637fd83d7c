import type { Distribution } from '#engine/kernel/Distribution';
import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

/** One thing a handler does with an event: reads at its start, everything else at its finish. */
export interface HandlerAction {
  readonly do: 'emit' | 'read' | 'write';
  /** Event type to emit; empty emits the type of the event at hand. */
  readonly type: string;
  readonly probability: number;
  /** JSON of the emitted event; null passes the data of the event at hand on. */
  readonly data: Json;
  readonly key: 'eventKey' | 'fixed';
  readonly fixedKey: string;
  /** `addToRead` adds to what was read at the start and so can lose updates; `increment` is atomic. */
  readonly operation: 'set' | 'increment' | 'addToRead' | 'append' | 'delete';
  readonly value: Json;
}

/** The settings of a handler, as its field table promises them. */
export interface HandlerSettings {
  readonly look: 'handler' | 'readModel';
  readonly mode: 'sync' | 'async';
  /** 0 stands for no limit. */
  readonly workers: number;
  /** 0 stands for no limit. */
  readonly inboxCapacity: number;
  readonly inboxOverflow: 'block' | 'reject' | 'dropNewest' | 'dropOldest';
  readonly service: Distribution;
  readonly serviceByType: readonly {
    readonly type: string;
    readonly service: Distribution;
  }[];
  readonly failureProbability: number;
  readonly poisonKeys: readonly string[];
  readonly retries: number;
  readonly backoff: 'fixed' | 'exponential';
  readonly backoffMs: number;
  /** Share of the back-off that is drawn at random: 0 none, 1 "full jitter". */
  readonly jitter: number;
  readonly actions: readonly HandlerAction[];
  readonly emitCall: 'wait' | 'fireAndForget';
}

export const handlerFields: readonly Field[] = [
  {
    id: 'look',
    type: 'choice',
    default: 'handler',
    options: ['handler', 'readModel'],
  },
  { id: 'mode', type: 'choice', default: 'sync', options: ['sync', 'async'] },
  {
    id: 'workers',
    type: 'number',
    default: 1,
    min: 0,
    max: 1000,
    integer: true,
    unit: 'workers',
    unlimited: 0,
  },
  {
    id: 'inboxCapacity',
    type: 'number',
    section: 'queue',
    default: 10,
    min: 0,
    max: 1e6,
    integer: true,
    unit: 'events',
    unlimited: 0,
    when: [{ field: 'mode', is: ['async'] }],
  },
  {
    id: 'inboxOverflow',
    type: 'choice',
    section: 'queue',
    default: 'block',
    options: ['block', 'reject', 'dropNewest', 'dropOldest'],
    when: [{ field: 'mode', is: ['async'] }],
  },
  {
    id: 'service',
    type: 'distribution',
    default: { law: 'constant', mean: 100 },
  },
  {
    id: 'serviceByType',
    type: 'records',
    section: 'work',
    default: [],
    maxItems: 50,
    item: [
      { id: 'type', type: 'eventType', default: '' },
      {
        id: 'service',
        type: 'distribution',
        default: { law: 'constant', mean: 100 },
      },
    ],
  },
  { id: 'failureProbability', type: 'probability', section: 'failure', default: 0 },
  {
    id: 'poisonKeys',
    type: 'texts',
    section: 'failure',
    default: [],
    maxItems: 100,
    maxLength: 80,
  },
  {
    id: 'retries',
    type: 'number',
    section: 'protection',
    default: 0,
    min: 0,
    max: 100,
    integer: true,
    unit: 'attempts',
  },
  {
    id: 'backoff',
    type: 'choice',
    section: 'protection',
    default: 'fixed',
    options: ['fixed', 'exponential'],
  },
  { id: 'backoffMs', type: 'duration', section: 'protection', default: 200, min: 0, max: 1e8 },
  { id: 'jitter', type: 'probability', section: 'protection', default: 0 },
  {
    id: 'actions',
    type: 'records',
    section: 'work',
    default: [],
    maxItems: 20,
    item: [
      {
        id: 'do',
        type: 'choice',
        default: 'emit',
        options: ['emit', 'read', 'write'],
      },
      {
        id: 'type',
        type: 'eventType',
        default: '',
        when: [{ field: 'do', is: ['emit'] }],
      },
      {
        id: 'probability',
        type: 'probability',
        default: 1,
        when: [{ field: 'do', is: ['emit'] }],
      },
      {
        id: 'data',
        type: 'json',
        default: null,
        maxLength: 4000,
        when: [{ field: 'do', is: ['emit'] }],
      },
      {
        id: 'key',
        type: 'choice',
        default: 'eventKey',
        options: ['eventKey', 'fixed'],
      },
      {
        id: 'fixedKey',
        type: 'text',
        default: '',
        maxLength: 80,
        when: [{ field: 'key', is: ['fixed'] }],
      },
      {
        id: 'operation',
        type: 'choice',
        default: 'set',
        options: ['set', 'increment', 'addToRead', 'append', 'delete'],
        when: [{ field: 'do', is: ['write'] }],
      },
      {
        id: 'value',
        type: 'json',
        default: 1,
        maxLength: 4000,
        when: [{ field: 'do', is: ['write'] }],
      },
    ],
  },
  {
    id: 'emitCall',
    type: 'choice',
    section: 'work',
    default: 'wait',
    options: ['wait', 'fireAndForget'],
  },
];
