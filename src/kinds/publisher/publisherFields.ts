import type { Distribution } from '#engine/kernel/Distribution';
import type { Field, Recording } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

/** The settings of a publisher, as its field table promises them. */
export interface PublisherSettings {
  readonly generation: 'interval' | 'script' | 'byHand' | 'log';
  readonly interval: Distribution;
  readonly mix: readonly { readonly type: string; readonly weight: number }[];
  readonly keys: number;
  readonly keyPrefix: string;
  readonly data: Json;
  readonly script: readonly {
    readonly atMs: number;
    readonly type: string;
    readonly key: string;
    readonly data: Json;
  }[];
  readonly log: Recording;
  /** How many times faster than recorded. */
  readonly timeScale: number;
  readonly startMs: number;
  /** 0 stands for no limit. */
  readonly count: number;
  readonly call: 'wait' | 'fireAndForget';
}

export const publisherFields: readonly Field[] = [
  {
    id: 'generation',
    type: 'choice',
    default: 'interval',
    options: ['interval', 'script', 'byHand', 'log'],
  },
  {
    id: 'interval',
    type: 'distribution',
    default: { law: 'exponential', mean: 500 },
    when: [{ field: 'generation', is: ['interval'] }],
  },
  {
    id: 'mix',
    type: 'records',
    section: 'what',
    default: [],
    maxItems: 50,
    item: [
      { id: 'type', type: 'eventType', default: '' },
      {
        id: 'weight',
        type: 'number',
        default: 1,
        min: 0,
        max: 1000,
        step: 0.1,
      },
    ],
    when: [{ field: 'generation', is: ['interval', 'byHand'] }],
  },
  {
    id: 'keys',
    type: 'number',
    section: 'what',
    default: 20,
    min: 1,
    max: 1_000_000,
    integer: true,
    unit: 'keys',
    when: [{ field: 'generation', is: ['interval'] }],
  },
  {
    id: 'keyPrefix',
    type: 'text',
    section: 'what',
    default: 'order-',
    maxLength: 40,
    when: [{ field: 'generation', is: ['interval'] }],
  },
  {
    id: 'data',
    type: 'json',
    section: 'what',
    default: null,
    maxLength: 4000,
    when: [{ field: 'generation', is: ['interval'] }],
  },
  {
    id: 'script',
    type: 'records',
    default: [],
    maxItems: 1000,
    item: [
      { id: 'atMs', type: 'duration', default: 0, min: 0, max: 1e10 },
      { id: 'type', type: 'eventType', default: '' },
      { id: 'key', type: 'text', default: '', maxLength: 80 },
      { id: 'data', type: 'json', default: null, maxLength: 4000 },
    ],
    when: [{ field: 'generation', is: ['script'] }],
  },
  {
    id: 'log',
    type: 'recording',
    default: { name: '', events: [] },
    maxItems: 50_000,
    when: [{ field: 'generation', is: ['log'] }],
  },
  {
    id: 'timeScale',
    type: 'number',
    section: 'flow',
    default: 1,
    min: 0.001,
    max: 1e9,
    when: [{ field: 'generation', is: ['log', 'script'] }],
  },
  { id: 'startMs', type: 'duration', section: 'flow', default: 0, min: 0, max: 1e10 },
  {
    id: 'count',
    type: 'number',
    section: 'flow',
    default: 0,
    min: 0,
    max: 1e9,
    integer: true,
    unit: 'events',
    unlimited: 0,
    when: [{ field: 'generation', is: ['interval'] }],
  },
  {
    id: 'call',
    type: 'choice',
    section: 'flow',
    default: 'fireAndForget',
    options: ['wait', 'fireAndForget'],
  },
];
