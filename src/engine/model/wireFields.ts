import type { Distribution } from '#engine/kernel/Distribution';
import type { Field } from './fields';
import type { Carries } from './NodeKind';

/** The settings of a wire, as its field table promises them. */
export interface WireSettings {
  /** Event types that travel here, in the dialect of the bus; none stands for all. */
  readonly patterns: readonly string[];
  /** Consumer group, read when the bus says `groups: named`. */
  readonly group: string;
  readonly latency: Distribution;
  /** How likely a message is lost on its way, from 0 to 1. */
  readonly loss: number;
  /** How likely a message arrives twice. */
  readonly duplication: number;
  /** How likely an answer is lost on its way back. */
  readonly ackLoss: number;
  /** When a subscriber comes, in milliseconds of virtual time; 0 is there from the start. */
  readonly subscribeAtMs: number;
  /** Whether a late subscriber gets what the bus retains, before all that is new. */
  readonly startFrom: 'now' | 'beginning';
  /** A condition on events, in the expression language; empty lets all through. */
  readonly filter: string;
}

const patterns: Field = {
  id: 'patterns',
  type: 'texts',
  default: [],
  maxItems: 20,
  maxLength: 200,
};
const group: Field = { id: 'group', type: 'text', default: '', maxLength: 40 };
const latency: Field = {
  id: 'latency',
  type: 'distribution',
  section: 'wire',
  default: { law: 'constant', mean: 0 },
};

const loss: Field = { id: 'loss', type: 'probability', default: 0, section: 'wire' };
const duplication: Field = { id: 'duplication', type: 'probability', default: 0, section: 'wire' };
const ackLoss: Field = { id: 'ackLoss', type: 'probability', default: 0, section: 'wire' };

const subscribeAtMs: Field = {
  id: 'subscribeAtMs',
  type: 'duration',
  default: 0,
  min: 0,
  max: 1e9,
  section: 'wire',
};
const startFrom: Field = {
  id: 'startFrom',
  type: 'choice',
  default: 'now',
  options: ['now', 'beginning'],
  section: 'wire',
};

const filter: Field = {
  id: 'filter',
  type: 'expression',
  gives: 'condition',
  default: '',
  maxLength: 1000,
};

/** The field table of a wire, by what flows through it. */
export const wireFields: Readonly<Record<Carries, readonly Field[]>> = {
  event: [patterns, latency, loss, duplication, ackLoss, filter],
  delivery: [patterns, group, latency, loss, duplication, ackLoss, subscribeAtMs, startFrom, filter],
  access: [latency, loss, duplication, ackLoss],
};
