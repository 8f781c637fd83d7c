import { faultTypes } from './faults/index';
import type { Field } from './fields';

/** The settings of a scheduled fault, as its field table promises them. */
export interface FaultSettings {
  readonly what: string;
  /** Id of a node that runs, or of a group, which stands for all that runs in it; empty for nobody. */
  readonly target: string;
  /** For what acts on wires, the other side; empty for everything else. */
  readonly other: string;
  /** For a partition: `drop` loses what is sent meanwhile, `hold` keeps it back until it heals, as TCP does. */
  readonly messages: 'drop' | 'hold';
  /** For `slow`: how many times as long work takes. */
  readonly factor: number;
  readonly atMs: number;
  /** 0 stands for ever. */
  readonly forMs: number;
  /** From one beginning to the next; 0 for once. */
  readonly everyMs: number;
  /** For `delay`: how much longer a message takes. */
  readonly delayMs: number;
  /** For `lose`, `duplicate` and `delay`: how many messages at most; 0 for all that are sent meanwhile. */
  readonly count: number;
}

const isPartition = { field: 'what', is: ['partition'] } as const;
const touchesMessages = ['lose', 'duplicate', 'delay'];
const isOnWires = { field: 'what', is: ['partition', ...touchesMessages] } as const;

export const faultFields: readonly Field[] = [
  { id: 'what', type: 'choice', default: 'crash', options: faultTypes.map(({ id }) => id) },
  { id: 'target', type: 'node', default: '' },
  { id: 'other', type: 'node', default: '', when: [isOnWires] },
  { id: 'messages', type: 'choice', default: 'drop', options: ['drop', 'hold'], when: [isPartition] },
  {
    id: 'factor',
    type: 'number',
    default: 3,
    min: 1,
    max: 1000,
    step: 0.5,
    when: [{ field: 'what', is: ['slow'] }],
  },
  { id: 'atMs', type: 'duration', default: 10_000, min: 0, max: 1e10 },
  { id: 'forMs', type: 'duration', default: 5_000, min: 0, max: 1e10 },
  { id: 'everyMs', type: 'duration', default: 0, min: 0, max: 1e10 },
  {
    id: 'delayMs',
    type: 'duration',
    default: 1_000,
    min: 0,
    max: 1e10,
    when: [{ field: 'what', is: ['delay'] }],
  },
  {
    id: 'count',
    type: 'number',
    default: 0,
    min: 0,
    max: 1e6,
    integer: true,
    when: [{ field: 'what', is: touchesMessages }],
  },
];

/** Those of a fault that a person brings about: it begins when it is done, and once. */
export const handFaultFields: readonly Field[] = faultFields.filter(
  ({ id }) => id !== 'atMs' && id !== 'everyMs',
);
