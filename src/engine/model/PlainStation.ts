import type { Distribution } from '#engine/kernel/Distribution';
import type { Settings } from './fields';
import type { Json } from './Json';
import type { FlowEvent } from './messages';

/*
 * What a node is that the core can run: rules that a kind shares with others, as plain data. A kind says so of a node
 * itself, and hands its state over in the same words. Wires and event types are named by their numbers in the flow.
 */

/** Makes events one by one, and waits for nobody. */
export interface PlainSource {
  readonly role: 'source';
  /** Names of its lifecycle: at rest, while it makes an event, when it has made the last. */
  readonly states: readonly [idle: string, emitting: string, done: string];
  readonly interval: Distribution;
  readonly startUs: number;
  readonly stopUs: number;
  /** `Infinity` for no limit. */
  readonly count: number;
  /** Any of so many keys, or the first more often than the others, or for every event the next. */
  readonly keyChoice: 'drawn' | 'hot' | 'counted';
  readonly keys: number;
  /** The share of the first key where it is hot. */
  readonly hotShare: number;
  /** Whether rows come one after the other, each so many times as its weight says, rounded up. */
  readonly inTurn: boolean;
  readonly rows: readonly { readonly type: number; readonly weight: number }[];
  /** By event type: the wires it leaves over. */
  readonly routes: readonly (readonly number[])[];
  /** The key of a number, from 1. */
  readonly keyOf: (key: number) => string;
  readonly data: Json;
  /** What the timer of the next event is called. */
  readonly timer: string;
}

/** Copies events for groups of subscribers, who get them as they come, in turn, as far as they have room. */
export interface PlainQueue {
  readonly role: 'queue';
  /** Names of its lifecycle: empty, something waits and nothing is under way, something is under way. */
  readonly states: readonly [idle: string, holding: string, dispatching: string];
  /** By event type: the groups that get a copy. */
  readonly routes: readonly (readonly number[])[];
  readonly groups: readonly {
    readonly members: readonly {
      readonly wire: number;
      readonly room: number;
      readonly wants: readonly boolean[];
    }[];
  }[];
}

/** Serves those who wait at its door, one by one or several at a time; what fails is tried again. */
export interface PlainServer {
  readonly role: 'server';
  /** Names of its lifecycle: at rest, at work, all at work while somebody waits, everybody between two attempts. */
  readonly states: readonly [idle: string, busy: string, saturated: string, backingOff: string];
  readonly workers: number;
  /** By event type. */
  readonly services: readonly Distribution[];
  readonly failureProbability: number;
  readonly retries: number;
  /** How long an attempt waits, by the number of the one that failed before it, from 1. */
  readonly backOffUs: (attempt: number) => number;
  /** What the timer of a back-off is called. */
  readonly timer: string;
}

export type PlainStation = PlainSource | PlainQueue | PlainServer;

/** Something of an event that one group of subscribers gets: what bus and handler have of it. */
export interface PlainJob {
  readonly event: FlowEvent;
  /** As a copy of a queue. */
  readonly queuedUs: number;
  readonly rank: number;
  readonly call: number;
  readonly wire: number;
}

/** A delivery at a server. */
export interface PlainVisit {
  readonly event: FlowEvent;
  readonly call: number;
  readonly wire: number;
  readonly arrivedUs: number;
}

/** What is worked on. */
export interface PlainWork extends PlainVisit {
  readonly id: number;
  readonly ordinal: number;
  /** 0 before it began, 1 while it is served, 2 between two attempts. */
  readonly phase: number;
  readonly begunUs: number;
  readonly sinceUs: number;
  readonly untilUs: number;
  readonly timer: number;
  readonly attempt: number;
  readonly backOffUs: number;
}

export interface PlainSourceState {
  readonly made: number;
  readonly timer: number;
  readonly emitted: number;
}

export interface PlainQueueState {
  readonly accepted: number;
  readonly unrouted: number;
  readonly groups: readonly {
    readonly highestRank: number;
    readonly nextMember: number;
    readonly accepted: number;
    readonly delivered: number;
    readonly outstanding: readonly number[];
    readonly waiting: readonly PlainJob[];
    readonly inFlight: readonly PlainJob[];
  }[];
}

export interface PlainServerState {
  readonly done: number;
  readonly failed: number;
  readonly begun: number;
  readonly lastId: number;
  readonly lastFailure: {
    readonly event: FlowEvent;
    readonly atUs: number;
    readonly attempts: number;
  } | null;
  readonly door: readonly PlainVisit[];
  readonly working: readonly PlainWork[];
}

export type PlainState = PlainSourceState | PlainQueueState | PlainServerState;

/** How a kind tells the core of its nodes. The state that `read` is handed is one that such a node can come to. */
export interface Plain<State, Plan> {
  /** What a node is; null when it is more than the core knows. */
  describe(plan: Plan, settings: Settings): PlainStation | null;
  read(state: State): PlainState;
  /** The state that these words mean, at a time not before the last step there. */
  write(plan: Plan, plain: PlainState, lastStepUs: number): State;
}
