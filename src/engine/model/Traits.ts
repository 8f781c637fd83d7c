import type { Settings } from './fields';
import type { Wire } from './FlowDoc';
import type { Json } from './Json';
import type { Mechanics } from './Mechanics';
import type { NodeKind } from './NodeKind';

/**
 * What one kind says of a node to whoever judges a flow without running it, in words that no kind has for itself alone.
 * Durations are milliseconds, and `Infinity` stands for "no limit".
 */
export interface Traits {
  readonly source?: SourceTraits;
  readonly queue?: QueueTraits;
  readonly work?: WorkTraits;
}

/** A node that makes events by itself. */
export interface SourceTraits {
  /** Mean number of events a second while it runs; null where nobody can say. */
  readonly perSecond: number | null;
  /** What it makes, by id of the event type; the shares add up to 1. */
  readonly types: readonly { readonly type: string; readonly share: number }[];
  /** Whether nothing but the end of the run ends it. */
  readonly isEndless: boolean;
  readonly startMs: number;
  /** Whether it waits for the answer of each call. */
  readonly waits: boolean;
  readonly timeoutMs: number;
  /** Share of the events with the most frequent key, as far as the settings say; 0 where keys are even. */
  readonly hotShare: number;
  /** The data of each of its events, when all have the same; null where they differ. */
  readonly data: { readonly value: Json } | null;
  /** Whether several of its events may have the same key. */
  readonly repeatsKeys: boolean;
  /** What it does about a refusal. */
  readonly retry: RetryTraits | null;
}

/** How something is tried again. */
export interface RetryTraits {
  /** First attempts not counted. */
  readonly attempts: number;
  readonly pauseMs: number;
  /** Share of the pause that is drawn at random; 1 where all of it is. */
  readonly jitter: number;
  readonly hasBudget: boolean;
}

/** A node that takes events and hands out copies of them. */
export interface QueueTraits {
  /** Whether it is where given up events are kept. */
  readonly isForDeadLetters: boolean;
  readonly keepsUnrouted: boolean;
  /** Whether callers are answered by whoever works, without a queue between. */
  readonly isSync: boolean;
  readonly dialect: string;
  readonly capacity: number;
  readonly whenFull: 'block' | 'refuse' | 'lose';
  /** Whether events of one key are worked on one after the other, whoever does it. */
  readonly isOrderedByKey: boolean;
  readonly isByPriority: boolean;
  readonly ages: boolean;
  readonly partitions: number;
  /** Deliveries of one copy at most. */
  readonly attempts: number;
  /** Whether a copy may be delivered again because nobody answered. */
  readonly ackTimeoutMs: number;
  readonly acknowledgesEarly: boolean;
  readonly pauseMs: number;
  /** How long a copy may wait. */
  readonly ttlMs: number;
  /** Which subscriptions compete: those with the same answer. */
  readonly groupOf: (wire: Wire) => string;
}

/** A node that works on what it is given. */
export interface WorkTraits {
  /** Mean time that one worker spends on one delivery, batches shared out; by id of the event type. */
  readonly meanMs: (type: string) => number;
  /** No attempt takes less, whatever the type. */
  readonly shortestMs: number;
  readonly workers: number;
  readonly failure: number;
  /** Whether some keys always fail. */
  readonly hasPoison: boolean;
  readonly retry: RetryTraits;
  readonly timeoutMs: number;
  /** How long it knows what it has done already; 0 not at all. */
  readonly remembersMs: number;
  readonly breaker: { readonly failures: number; readonly window: number } | null;
  /** Attempts a second at most. */
  readonly perSecond: number;
  /** Whether it waits for the answers to what it emits. */
  readonly waits: boolean;
  readonly emits: readonly EmitTraits[];
  readonly reads: boolean;
  readonly writes: readonly WriteTraits[];
  /** How likely it breaks off between two of its actions. */
  readonly breaks: number;
}

/** What a worker publishes because of an event. */
export interface EmitTraits {
  /** Id of the event type; null for that of the event at hand. */
  readonly type: string | null;
  /** Whether `type` is the name of the event type instead, as in a statechart. */
  readonly isByName: boolean;
  /** Id of the only node that it goes to; empty where it goes wherever a wire lets it. */
  readonly to: string;
  /** Mean number of events for one event at hand. */
  readonly count: number;
  /** False where a condition or a list decides. */
  readonly isCertain: boolean;
  readonly on: 'done' | 'failed';
  /** False where nothing has to have come before. */
  readonly needsEvent: boolean;
}

/** What a worker writes into a store because of an event. */
export interface WriteTraits {
  /** Whether doing it twice comes to the same as doing it once. */
  readonly isRepeatable: boolean;
  /** Whether what is written was computed from what was read before, so that a write in between is lost. */
  readonly isFromRead: boolean;
  /** Whether it takes something away instead of keeping it. */
  readonly isRemoval: boolean;
  /** Whether the last of several writes wins, so that their order matters. */
  readonly lastWins: boolean;
}

/** A change that mends something, which each kind puts into settings of its own. */
export type MendId =
  | 'addWorkers'
  | 'addPartitions'
  | 'age'
  | 'backOff'
  | 'drawPauses'
  | 'emitLess'
  | 'keepUnrouted'
  | 'lengthenAckTimeout'
  | 'lengthenTimeout'
  | 'lengthenMemory'
  | 'limitAttempts'
  | 'orderByKey'
  | 'startEarlier'
  | 'widenBreaker'
  | 'workAtomically'
  | 'queueBetween'
  | 'acknowledgeLate'
  | 'waitForAnswers';

/** The settings that a mend comes to: `amount` is a number of workers, milliseconds or a factor, as the mend has it. */
export type Mends = Readonly<Partial<Record<MendId, (settings: Settings, amount: number) => Settings>>>;

/** A kind that can be judged without running: what it says of a node, and how it is mended. */
export interface JudgedKind extends NodeKind {
  /** Absent for kinds of which there is nothing to say. `eventTypes` are the ids of those of the flow. */
  readonly traits?: (settings: Settings, eventTypes: readonly string[]) => Traits;
  readonly mends?: Mends;
  /** Streams, lines and servers: what of a node its long run depends on. */
  readonly mechanics?: (settings: Settings) => Mechanics;
}
