import type { Distribution } from '#engine/kernel/Distribution';
import type { Field } from '#engine/model/fields';

/** Settings of a bus about time in its queues, as their field table promises them. */
export interface TimingSettings {
  /** An expression for the level of priority; empty for that of the type. */
  readonly priorityBy: string;
  /** Milliseconds; 0 for ever. */
  readonly ttlMs: number;
  readonly ttlAt: 'anywhere' | 'head';
  readonly expiredTo: 'deadLetters' | 'drop';
  readonly delay: Distribution;
  /** An expression for a delay in milliseconds, which is added; empty for none. */
  readonly delayBy: string;
}

const isAsync = { field: 'delivery', is: ['async'] } as const;

/** They stand among the fields of a bus: append only. */
export const timingFields: readonly Field[] = [
  {
    id: 'priorityBy',
    after: 'priorities',
    type: 'expression',
    default: '',
    maxLength: 500,
    gives: 'value',
    section: 'queue',
    when: [isAsync, { field: 'order', is: ['priority'] }],
  },
  {
    id: 'ttlMs',
    type: 'duration',
    default: 0,
    min: 0,
    max: 1e8,
    section: 'queue',
    when: [isAsync],
  },
  {
    id: 'ttlAt',
    type: 'choice',
    default: 'anywhere',
    options: ['anywhere', 'head'],
    section: 'queue',
    when: [isAsync],
  },
  {
    id: 'expiredTo',
    type: 'choice',
    default: 'deadLetters',
    options: ['deadLetters', 'drop'],
    section: 'queue',
    when: [isAsync],
  },
  {
    id: 'delay',
    type: 'distribution',
    default: { law: 'constant', mean: 0 },
    section: 'queue',
    when: [isAsync],
  },
  {
    id: 'delayBy',
    type: 'expression',
    default: '',
    maxLength: 500,
    gives: 'value',
    section: 'queue',
    when: [isAsync],
  },
];
