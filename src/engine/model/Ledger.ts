/** What became of something, for good; `turnedAway` counts callers who were refused or lost before they were let in. */
export const fates = [
  'arrived',
  'accepted',
  'delivered',
  'worked',
  'failed',
  'sentBack',
  'turnedAway',
  'deduplicated',
  'keptOut',
  'dropped',
  'expired',
  'deadLettered',
  'lost',
  'read',
  'written',
  'answered',
  'timedOut',
] as const;
export type Fate = (typeof fates)[number];

/** Where something is that has not met its fate yet. */
export const whereabouts = [
  'door',
  'parked',
  'waiting',
  'aside',
  'ahead',
  'retryWait',
  'inFlight',
  'atWork',
  'underWay',
] as const;
export type Whereabouts = (typeof whereabouts)[number];

/**
 * What a line of the ledger counts: messages on wires, events at the entrance of a bus, the copies that a bus makes for a
 * subscription, deliveries to a handler, accesses to a store, calls of a publisher that waits for answers, each try by itself.
 */
export type Counted = 'messages' | 'events' | 'copies' | 'deliveries' | 'accesses' | 'calls';

/**
 * An equation: what came is what met a fate and what is still there. Every part is counted by itself, none is what
 * remains; parts that can never occur are left out.
 */
export interface LedgerLine {
  readonly counts: Counted;
  /** The wires that it is about; empty where it is about the whole node. */
  readonly wires: readonly number[];
  readonly came: number;
  readonly fates: Readonly<Partial<Record<Fate, number>>>;
  readonly still: Readonly<Partial<Record<Whereabouts, number>>>;
}

/** What remains unaccounted for: 0 in a ledger that adds up. */
export function missingFrom({ came, fates: met, still }: LedgerLine): number {
  return [...Object.values(met), ...Object.values(still)].reduce((left, count) => left - count, came);
}

/** What a node cannot count itself. */
export interface Arrivals {
  /** Messages that arrived over its wires, answers apart. */
  readonly arrived: number;
  /** How often it recorded that it knew an event already. */
  readonly deduplicated: number;
}
