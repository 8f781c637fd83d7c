import type { Distribution } from '#engine/kernel/Distribution';
import type { Field } from '#engine/model/fields';

/** How a handler is protected, and how it protects others. Durations are milliseconds. */
export interface GuardSettings {
  /** Longest an attempt may take; 0 any time. */
  readonly timeoutMs: number;
  /** Whether an attempt that timed out goes on by itself and holds its worker. */
  readonly timeoutKeepsWorker: boolean;
  /** Oldest delivery that is still begun; 0 any age. */
  readonly expireAfterMs: number;
  readonly expireFrom: 'birth' | 'arrival';
  /** Retries as a share of first attempts; 0 as many as wanted. */
  readonly retryBudget: number;
  readonly retryBudgetPerSecond: number;
  /** Longest back-off; 0 any. */
  readonly backoffCapMs: number;
  /** Failed attempts that open the circuit; 0 never. */
  readonly breakerFailures: number;
  /** Among how many attempts; 0 in a row. */
  readonly breakerWindow: number;
  readonly breakerOpenMs: number;
  readonly breakerProbes: number;
  readonly breakerWhenOpen: 'fail' | 'refuse' | 'wait';
  /** Attempts a second; 0 any number. */
  readonly ratePerSecond: number;
  readonly rateBurst: number;
  readonly rateExcess: 'wait' | 'refuse';
  /** How long work is remembered; 0 not at all. */
  readonly idempotencyMs: number;
  /** An expression for the id; empty for the number of the event. */
  readonly idempotencyKey: string;
  /** An expression for the service time; empty for the laws. */
  readonly serviceBy: string;
  /** How likely an attempt breaks off between two actions. */
  readonly breakProbability: number;
  /** Most deliveries that one worker takes at a time. */
  readonly batchSize: number;
  /** Longest a delivery waits for others. */
  readonly batchWaitMs: number;
  /** What each delivery of a batch adds to the service time. */
  readonly servicePerItem: Distribution;
  readonly batchFailure: 'batch' | 'item';
}

export const guardFields: readonly Field[] = [
  { id: 'timeoutMs', type: 'duration', default: 0, min: 0, max: 1e8, section: 'protection' },
  { id: 'timeoutKeepsWorker', type: 'boolean', default: false, section: 'protection' },
  { id: 'expireAfterMs', type: 'duration', default: 0, min: 0, max: 1e8, section: 'protection' },
  {
    id: 'expireFrom',
    type: 'choice',
    default: 'birth',
    options: ['birth', 'arrival'],
    section: 'protection',
  },
  { id: 'retryBudget', type: 'probability', default: 0, section: 'protection' },
  {
    id: 'retryBudgetPerSecond',
    type: 'number',
    default: 1,
    min: 0,
    max: 1e6,
    section: 'protection',
  },
  {
    id: 'backoffCapMs',
    after: 'backoffMs',
    type: 'duration',
    default: 0,
    min: 0,
    max: 1e8,
    section: 'protection',
  },
  {
    id: 'breakerFailures',
    type: 'number',
    default: 0,
    min: 0,
    max: 1000,
    integer: true,
    unit: 'attempts',
    unlimited: 0,
    section: 'protection',
  },
  {
    id: 'breakerWindow',
    type: 'number',
    default: 0,
    min: 0,
    max: 1000,
    integer: true,
    unit: 'attempts',
    section: 'protection',
  },
  { id: 'breakerOpenMs', type: 'duration', default: 10_000, min: 0, max: 1e8, section: 'protection' },
  {
    id: 'breakerProbes',
    type: 'number',
    default: 1,
    min: 1,
    max: 1000,
    integer: true,
    unit: 'attempts',
    section: 'protection',
  },
  {
    id: 'breakerWhenOpen',
    type: 'choice',
    default: 'fail',
    options: ['fail', 'refuse', 'wait'],
    section: 'protection',
  },
  {
    id: 'ratePerSecond',
    type: 'number',
    default: 0,
    min: 0,
    max: 1e6,
    unlimited: 0,
    section: 'protection',
  },
  {
    id: 'rateBurst',
    type: 'number',
    default: 1,
    min: 1,
    max: 1e6,
    integer: true,
    section: 'protection',
  },
  {
    id: 'rateExcess',
    type: 'choice',
    default: 'wait',
    options: ['wait', 'refuse'],
    section: 'protection',
  },
  { id: 'idempotencyMs', type: 'duration', default: 0, min: 0, max: 1e9, section: 'protection' },
  {
    id: 'idempotencyKey',
    type: 'expression',
    default: '',
    maxLength: 1000,
    gives: 'text',
    section: 'protection',
  },
  {
    id: 'serviceBy',
    after: 'serviceByType',
    type: 'expression',
    default: '',
    maxLength: 1000,
    gives: 'value',
    section: 'work',
  },
  { id: 'breakProbability', type: 'probability', default: 0, section: 'failure' },
  {
    id: 'batchSize',
    type: 'number',
    default: 1,
    min: 1,
    max: 1000,
    integer: true,
    unit: 'events',
    section: 'work',
  },
  { id: 'batchWaitMs', type: 'duration', default: 0, min: 0, max: 1e8, section: 'work' },
  {
    id: 'servicePerItem',
    type: 'distribution',
    default: { law: 'constant', mean: 0 },
    section: 'work',
  },
  {
    id: 'batchFailure',
    type: 'choice',
    default: 'batch',
    options: ['batch', 'item'],
    section: 'work',
  },
];
