import { patterns } from '#engine/automata/patterns/index';
import type { PatternEvent } from '#engine/automata/patterns/Pattern';
import { scopes, type Scope, type ScopeEvent } from '#engine/automata/patterns/scopes';
import type { Field } from '../fields';
import type { Json } from '../Json';

/** The settings of a protocol, as its field table promises them. */
export interface ProtocolSettings {
  /** Where its automaton comes from. */
  readonly source: 'pattern' | 'regex' | 'drawn';
  /** The id of the bus that it is attached to; empty for none. */
  readonly bus: string;
  /** The id of a pattern, and of the scope that it holds in. */
  readonly pattern: string;
  readonly scope: Scope['id'];
  /** What the pattern is about: ids of event types, in the order a, b, c; empty for not chosen. */
  readonly first: string;
  readonly second: string;
  readonly third: string;
  /** What opens and closes a segment. */
  readonly opener: string;
  readonly closer: string;
  /** The number in a pattern that counts. */
  readonly count: number;
  /** A regular expression over names of event types. */
  readonly expression: string;
  /** An automaton in its own format, whose letters are names of event types; null for none. */
  readonly automaton: Json;
  /** `monitor` only tells; the others keep from the bus what would break the protocol. */
  readonly mode: 'monitor' | 'reject' | 'park' | 'deadLetter';
  /** The order that a monitor looks at. Who keeps events from the bus looks at the order of publishing. */
  readonly watch: 'publish' | 'delivery' | 'completion';
  /** Whether each key is followed for itself, or all events together. */
  readonly instances: 'key' | 'all';
  /** What events of types that the automaton does not know are to it. */
  readonly others: 'ignored' | 'violation';
  /** Whether the player stops where the protocol is broken. */
  readonly pauseOnViolation: boolean;
  /** Most keys that it follows; of those beyond, nothing is known, which is said. */
  readonly maxInstances: number;
}

/** The setting that holds each event of a pattern and its scope. */
export const argumentFields = {
  a: 'first',
  b: 'second',
  c: 'third',
  q: 'opener',
  r: 'closer',
} as const satisfies Record<PatternEvent | ScopeEvent, keyof ProtocolSettings>;

const isPattern = { field: 'source', is: ['pattern'] } as const;
const speaksOf = (event: PatternEvent) => ({
  field: 'pattern',
  is: patterns.filter(({ events }) => events.includes(event)).map(({ id }) => id),
});
const cutsAt = (event: ScopeEvent) => ({
  field: 'scope',
  is: scopes.filter(({ events }) => events.includes(event)).map(({ id }) => id),
});
const thatCount = patterns.filter(({ counts }) => counts).map(({ id }) => id);

/** The settings of a protocol. Only ever extended at its end: links count on the order. */
export const protocolFields: readonly Field[] = [
  { id: 'source', type: 'choice', default: 'pattern', options: ['pattern', 'regex', 'drawn'] },
  { id: 'bus', type: 'node', default: '' },
  {
    id: 'pattern',
    type: 'choice',
    default: 'response',
    options: patterns.map(({ id }) => id),
    when: [isPattern],
  },
  {
    id: 'scope',
    type: 'choice',
    default: 'globally',
    options: scopes.map(({ id }) => id),
    when: [isPattern],
  },
  { id: 'first', type: 'eventType', default: '', when: [isPattern] },
  { id: 'second', type: 'eventType', default: '', when: [isPattern, speaksOf('b')] },
  { id: 'third', type: 'eventType', default: '', when: [isPattern, speaksOf('c')] },
  { id: 'opener', type: 'eventType', default: '', when: [isPattern, cutsAt('q')] },
  { id: 'closer', type: 'eventType', default: '', when: [isPattern, cutsAt('r')] },
  {
    id: 'count',
    type: 'number',
    default: 3,
    min: 1,
    max: 50,
    integer: true,
    when: [isPattern, { field: 'pattern', is: thatCount }],
  },
  {
    id: 'expression',
    type: 'text',
    default: '',
    maxLength: 4_000,
    multiline: true,
    when: [{ field: 'source', is: ['regex'] }],
  },
  {
    id: 'automaton',
    type: 'json',
    default: null,
    maxLength: 60_000,
    when: [{ field: 'source', is: ['drawn'] }],
  },
  { id: 'mode', type: 'choice', default: 'monitor', options: ['monitor', 'reject', 'park', 'deadLetter'] },
  {
    id: 'watch',
    type: 'choice',
    default: 'publish',
    options: ['publish', 'delivery', 'completion'],
    when: [{ field: 'mode', is: ['monitor'] }],
  },
  { id: 'instances', type: 'choice', default: 'key', options: ['key', 'all'] },
  { id: 'others', type: 'choice', default: 'ignored', options: ['ignored', 'violation'] },
  {
    id: 'pauseOnViolation',
    type: 'boolean',
    default: false,
    when: [{ field: 'mode', is: ['monitor'] }],
  },
  {
    id: 'maxInstances',
    type: 'number',
    default: 1_000,
    min: 1,
    max: 10_000,
    integer: true,
    when: [{ field: 'instances', is: ['key'] }],
  },
];
