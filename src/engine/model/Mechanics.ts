import type { BackOff } from '#engine/kernel/backOffUs';
import type { Distribution } from '#engine/kernel/Distribution';
import type { Settings } from './fields';

/**
 * What one kind says of a node to whoever works out its long run: streams, lines and servers. Durations are milliseconds,
 * and `Infinity` stands for "no limit".
 */
export interface Mechanics {
  readonly arrivals?: ArrivalMechanics;
  readonly line?: LineMechanics;
  readonly work?: WorkMechanics;
  /** Its servers, where there are finitely many, and the settings that make them as many as wanted. */
  readonly servers?: { readonly count: number; readonly settings: (count: number) => Settings };
  /** How long each of its callers is kept, all at once. */
  readonly access?: { readonly latency: Distribution };
  /** Settings that are in use and that the long run leaves out. */
  readonly beyond: readonly Beyond[];
}

/** A setting that is in use and not in the model, and what of a prediction that spoils. */
export interface Beyond {
  /** The id of the field. */
  readonly setting: string;
  /**
   * `assumed`: figures hold as long as it makes no difference. `waits`: nothing can be said of times, only of rates and
   * loads. `rates`: nothing can be said of what the node passes on.
   */
  readonly spoils: 'assumed' | 'waits' | 'rates';
  /** Whether the long run is another one as soon as it comes into play. */
  readonly moves?: boolean;
}

/** A node that makes events. */
export interface ArrivalMechanics {
  /**
   * The law of the times between events, where these are independent; with `batch`, of those between batches that come at
   * one moment. Null where events come in another way.
   */
  readonly interval: Distribution | null;
  readonly batch: number;
  /** Mean number of events a second; null where nobody can say. */
  readonly perSecond: number | null;
  /** How many events it makes at all. */
  readonly most: number;
  readonly types: readonly { readonly type: string; readonly share: number }[];
  /** Whether the type of each event is drawn, so that each type by itself comes as all do. */
  readonly drawsTypes: boolean;
  /** How many may wait for an answer at a time; `Infinity` where nobody waits, or any number. */
  readonly callers: number;
  readonly waits: boolean;
  /** How likely each key is; null where every event has a key of its own, or there are too many to tell. */
  readonly keys: readonly { readonly key: string; readonly share: number }[] | null;
}

/** A node that takes events and hands out copies. */
export interface LineMechanics {
  /**
   * `queue`: a queue for each group, from which whoever has room is served. `loop`: one queue, from which so many threads
   * take an event and call every group. `inline`: one caller at a time has all groups called on his own thread. `call`: every
   * caller calls, and waits at whom he calls.
   */
  readonly how: 'queue' | 'loop' | 'inline' | 'call';
  readonly threads: number;
  /** How many may wait for each group. */
  readonly places: number;
  readonly whenFull: 'block' | 'refuse' | 'dropNewest' | 'dropOldest';
  /** By type, the higher first; null where the order has nothing to do with the event. */
  readonly priorityOf: ((type: string) => number) | null;
  /** Whether several of one key are never under way to a group together. */
  readonly isByKey: boolean;
  readonly partitions: number;
  readonly partitionOf: (key: string) => number;
  /** Deliveries of one copy at most. */
  readonly attempts: number;
  /** How many unanswered deliveries each consumer holds; 0 as many as it has room for. */
  readonly ahead: number;
}

/** A node that works on what it is given. */
export interface WorkMechanics {
  /** How long one attempt takes, by type; null where an expression decides. */
  readonly lawOf: (type: string) => Distribution | null;
  readonly servers: number;
  /** How many deliveries may wait in the node itself, and whether whoever brings more is held back. */
  readonly inbox: number;
  readonly holdsBack: boolean;
  /** Attempts a second at most, and whether what comes above that is sent back. */
  readonly perSecond: number;
  readonly turnsAway: boolean;
  readonly failure: number;
  /** Whether some keys always fail. */
  readonly hasPoison: boolean;
  readonly retries: number;
  readonly backOff: BackOff;
  /** Whether it waits for the answers to what it emits. */
  readonly waits: boolean;
  readonly emits: readonly EmitMechanics[];
  readonly reads: number;
  readonly writes: number;
  /** Whether each of these happens for every event that is worked off. */
  readonly isAccessSure: boolean;
}

/** What a worker publishes because of an event. */
export interface EmitMechanics {
  /** Id of the event type; null for that of the event at hand. */
  readonly type: string | null;
  readonly probability: number;
  /** An expression that decides whether; empty for none. */
  readonly condition: string;
  /** Whether it emits one event for each element of a list. */
  readonly isList: boolean;
  readonly on: 'done' | 'failed';
}
