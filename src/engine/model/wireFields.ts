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

/** The field table of a wire, by what flows through it. */
export const wireFields: Readonly<Record<Carries, readonly Field[]>> = {
  event: [patterns, latency],
  delivery: [patterns, group, latency],
  access: [latency],
};
