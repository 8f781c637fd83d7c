import type { Field } from '#engine/model/fields';

const waits = { field: 'call', is: ['wait'] } as const;
const retries = { field: 'onRefusal', is: ['retry'] } as const;

/** The settings of a publisher that waits for answers: how many at a time, how long, and what it does about a refusal. */
export const callFields: readonly Field[] = [
  {
    id: 'clients',
    after: 'call',
    type: 'number',
    section: 'flow',
    default: 1,
    min: 0,
    max: 1e6,
    integer: true,
    unlimited: 0,
    when: [waits],
  },
  {
    id: 'callTimeoutMs',
    type: 'duration',
    section: 'protection',
    default: 0,
    min: 0,
    max: 1e8,
    when: [waits],
  },
  {
    id: 'onRefusal',
    type: 'choice',
    section: 'protection',
    default: 'drop',
    options: ['drop', 'retry', 'stop'],
    when: [waits],
  },
  {
    id: 'refusalRetries',
    type: 'number',
    section: 'protection',
    default: 3,
    min: 0,
    max: 1000,
    integer: true,
    unit: 'attempts',
    unlimited: 0,
    when: [waits, retries],
  },
  {
    id: 'refusalBackoff',
    type: 'choice',
    section: 'protection',
    default: 'fixed',
    options: ['fixed', 'exponential', 'decorrelated'],
    when: [waits, retries],
  },
  {
    id: 'refusalBackoffMs',
    type: 'duration',
    section: 'protection',
    default: 1000,
    min: 0,
    max: 1e8,
    when: [waits, retries],
  },
  {
    id: 'refusalBackoffMaxMs',
    type: 'duration',
    section: 'protection',
    default: 0,
    min: 0,
    max: 1e8,
    when: [waits, retries, { field: 'refusalBackoff', is: ['exponential', 'decorrelated'] }],
  },
  {
    id: 'refusalJitter',
    type: 'probability',
    section: 'protection',
    default: 0,
    when: [waits, retries, { field: 'refusalBackoff', is: ['fixed', 'exponential'] }],
  },
  {
    id: 'retryBudget',
    type: 'probability',
    section: 'protection',
    default: 0,
    when: [waits, retries],
  },
];
