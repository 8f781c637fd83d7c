import type { Distribution } from '#engine/kernel/Distribution';
import type { Field, Recording } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import { callFields } from './callFields';

/** The settings of a publisher, as its field table promises them. */
export interface PublisherSettings {
  readonly generation: 'interval' | 'script' | 'byHand' | 'log' | 'bursts' | 'onOff';
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
  /** 0 stands for no end. */
  readonly stopMs: number;
  readonly burstSize: number;
  /** From the first event of a burst to the first of the next. */
  readonly burstInterval: Distribution;
  readonly burstSpacingMs: number;
  readonly onTime: Distribution;
  readonly offTime: Distribution;
  readonly whenOff: 'silent' | 'slower';
  readonly offInterval: Distribution;
  readonly mixOrder: 'weighted' | 'inTurn' | 'inTurnByKey';
  readonly keyChoice: 'uniform' | 'zipf' | 'hot' | 'sequence';
  readonly zipfExponent: number;
  /** Share of the events that have the first key. */
  readonly hotShare: number;
  /** How many may wait for an answer at a time; 0 stands for any number. */
  readonly clients: number;
  /** 0 waits for ever. */
  readonly callTimeoutMs: number;
  readonly onRefusal: 'drop' | 'retry' | 'stop';
  /** 0 stands for no limit. */
  readonly refusalRetries: number;
  readonly refusalBackoff: 'fixed' | 'exponential' | 'decorrelated';
  readonly refusalBackoffMs: number;
  /** 0 stands for no bound. */
  readonly refusalBackoffMaxMs: number;
  readonly refusalJitter: number;
  /** Retries for each first attempt; 0 stands for no budget. */
  readonly retryBudget: number;
}

const drawn = { field: 'generation', is: ['interval', 'bursts', 'onOff'] } as const;
const bursts = { field: 'generation', is: ['bursts'] } as const;
const onOff = { field: 'generation', is: ['onOff'] } as const;

export const publisherFields: readonly Field[] = [
  {
    id: 'generation',
    type: 'choice',
    default: 'interval',
    options: ['interval', 'script', 'byHand', 'log', 'bursts', 'onOff'],
  },
  {
    id: 'interval',
    type: 'distribution',
    default: { law: 'exponential', mean: 500 },
    when: [{ field: 'generation', is: ['interval', 'onOff'] }],
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
    when: [{ field: 'generation', is: ['interval', 'byHand', 'bursts', 'onOff'] }],
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
    when: [drawn, { field: 'keyChoice', is: ['uniform', 'zipf', 'hot'] }],
  },
  {
    id: 'keyPrefix',
    type: 'text',
    section: 'what',
    default: 'order-',
    maxLength: 40,
    when: [drawn],
  },
  {
    id: 'data',
    type: 'json',
    section: 'what',
    default: null,
    maxLength: 4000,
    template: true,
    when: [drawn],
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
      { id: 'data', type: 'json', default: null, maxLength: 4000, template: true },
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
    when: [{ field: 'generation', is: ['interval', 'script', 'log', 'bursts', 'onOff'] }],
  },
  {
    id: 'call',
    type: 'choice',
    section: 'flow',
    default: 'fireAndForget',
    options: ['wait', 'fireAndForget'],
  },
  {
    id: 'stopMs',
    after: 'startMs',
    type: 'duration',
    section: 'flow',
    default: 0,
    min: 0,
    max: 1e10,
    when: [{ field: 'generation', is: ['interval', 'script', 'log', 'bursts', 'onOff'] }],
  },
  {
    id: 'burstSize',
    type: 'number',
    section: 'flow',
    default: 10,
    min: 1,
    max: 100_000,
    integer: true,
    unit: 'events',
    when: [bursts],
  },
  {
    id: 'burstInterval',
    type: 'distribution',
    section: 'flow',
    default: { law: 'constant', mean: 10_000 },
    when: [bursts],
  },
  {
    id: 'burstSpacingMs',
    type: 'duration',
    section: 'flow',
    default: 0,
    min: 0,
    max: 1e8,
    when: [bursts],
  },
  {
    id: 'onTime',
    type: 'distribution',
    section: 'flow',
    default: { law: 'exponential', mean: 5000 },
    when: [onOff],
  },
  {
    id: 'offTime',
    type: 'distribution',
    section: 'flow',
    default: { law: 'exponential', mean: 5000 },
    when: [onOff],
  },
  {
    id: 'whenOff',
    type: 'choice',
    section: 'flow',
    default: 'silent',
    options: ['silent', 'slower'],
    when: [onOff],
  },
  {
    id: 'offInterval',
    type: 'distribution',
    section: 'flow',
    default: { law: 'exponential', mean: 5000 },
    when: [onOff, { field: 'whenOff', is: ['slower'] }],
  },
  {
    id: 'mixOrder',
    type: 'choice',
    section: 'what',
    default: 'weighted',
    options: ['weighted', 'inTurn', 'inTurnByKey'],
    when: [drawn],
  },
  {
    id: 'keyChoice',
    type: 'choice',
    section: 'what',
    default: 'uniform',
    options: ['uniform', 'zipf', 'hot', 'sequence'],
    when: [drawn],
  },
  {
    id: 'zipfExponent',
    type: 'number',
    section: 'what',
    default: 1,
    min: 0,
    max: 10,
    step: 0.05,
    when: [drawn, { field: 'keyChoice', is: ['zipf'] }],
  },
  {
    id: 'hotShare',
    type: 'probability',
    section: 'what',
    default: 0.5,
    when: [drawn, { field: 'keyChoice', is: ['hot'] }],
  },
  ...callFields,
];
