import type { Distribution } from '#engine/kernel/Distribution';
import type { Field } from '#engine/model/fields';
import { actionsField, type HandlerAction } from './actionFields';
import { chartFields, type ChartSettings } from './chart/chartFields';
import { guardFields, type GuardSettings } from './guardFields';

/** The settings of a handler, as its field table promises them. */
export interface HandlerSettings extends GuardSettings, ChartSettings {
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
  readonly backoff: 'fixed' | 'exponential' | 'decorrelated';
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
    options: ['fixed', 'exponential', 'decorrelated'],
  },
  { id: 'backoffMs', type: 'duration', section: 'protection', default: 200, min: 0, max: 1e8 },
  { id: 'jitter', type: 'probability', section: 'protection', default: 0 },
  actionsField,
  {
    id: 'emitCall',
    type: 'choice',
    section: 'work',
    default: 'wait',
    options: ['wait', 'fireAndForget'],
  },
  ...guardFields,
  ...chartFields,
];
