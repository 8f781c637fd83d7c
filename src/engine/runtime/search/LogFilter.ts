import type { FactCode } from '#engine/model/facts';
import type { MessageKind } from '#engine/model/messages';
import type { FlowPlan } from '../FlowPlan';
import type { TraceEntry } from '../Trace';

/** What a word may stand for: an entry that any of it fits has the word. */
export interface LogWord {
  readonly nodes: readonly number[];
  readonly types: readonly number[];
  readonly kinds: readonly MessageKind[];
  readonly facts: readonly FactCode[];
  /** Part of a key, in lower case. */
  readonly key: string;
  /** Number of an event, or 0. */
  readonly event: number;
}

/** Which entries of the log are wanted: those that every part which is not null lets through. */
export interface LogFilter {
  /** Where it happens, or who sent what arrived. */
  readonly nodes: readonly number[] | null;
  readonly types: readonly number[] | null;
  readonly kinds: readonly MessageKind[] | null;
  readonly facts: readonly FactCode[] | null;
  /** Part of a key, in lower case; empty for any. */
  readonly key: string;
  /** Numbers of events. */
  readonly events: readonly number[] | null;
  /** All of them must be found. */
  readonly words: readonly LogWord[];
}

/** Whether a filter lets an entry through. */
export function matchesLog(filter: LogFilter, entry: TraceEntry, wires: FlowPlan['wires']): boolean {
  const { nodes, types, kinds, facts, key, events, words } = filter;
  if (kinds !== null && !kinds.includes(entry.kind)) return false;
  if (nodes !== null && !isAt(entry, nodes, wires)) return false;
  if (facts !== null && !entry.facts.some(({ code }) => facts.includes(code))) return false;
  if (types !== null && !hasToken(entry, ({ type }) => types.includes(type))) return false;
  if (events !== null && !hasToken(entry, ({ number }) => events.includes(number))) return false;
  if (key !== '' && !hasToken(entry, ({ subject }) => subject.toLowerCase().includes(key))) return false;
  return words.every((word) => hasWord(word, entry, wires));
}

function hasWord(word: LogWord, entry: TraceEntry, wires: FlowPlan['wires']): boolean {
  return (
    word.kinds.includes(entry.kind) ||
    entry.facts.some(({ code }) => word.facts.includes(code)) ||
    isAt(entry, word.nodes, wires) ||
    hasToken(
      entry,
      ({ type, number, subject }) =>
        word.types.includes(type) ||
        number === word.event ||
        (word.key !== '' && subject.toLowerCase().includes(word.key)),
    )
  );
}

/** Messages on wires happen at both ends. */
function isAt({ node, wire }: TraceEntry, nodes: readonly number[], wires: FlowPlan['wires']): boolean {
  if (nodes.includes(node)) return true;
  const ends = wires[wire];
  return ends !== undefined && (nodes.includes(ends.from) || nodes.includes(ends.to));
}

function hasToken(
  { token, facts }: TraceEntry,
  fits: (token: NonNullable<TraceEntry['token']>) => boolean,
): boolean {
  if (token !== null && fits(token)) return true;
  return facts.some((fact) => fact.token !== null && fits(fact.token));
}
