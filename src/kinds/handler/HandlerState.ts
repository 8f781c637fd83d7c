import type { WireFilters } from '#engine/expression/WireFilters';
import { createFifo, type Fifo } from '#engine/kernel/Fifo';
import type { Json } from '#engine/model/Json';
import type { CallStack, FlowEvent } from '#engine/model/messages';
import type { OutWire } from '#engine/model/NodeKind';
import type { HandlerAction } from './actionFields';
import type { ChartPlan, ChartRoom, Outbox } from './chart/ChartRoom';
import { emptyRoom } from './chart/emptyRoom';
import type { Formula } from './formulas';
import type { ActivePolicy } from './guards/Guard';
import type { HandlerSettings } from './handlerFields';

/** A delivery that this handler has in its hands. */
export interface Held {
  readonly event: FlowEvent;
  /** The call to answer, and the wire it came over. */
  readonly call: number;
  readonly wire: number;
  readonly stack: CallStack;
  readonly inline: boolean;
  readonly arrivedUs: number;
  /** Which delivery of this event the bus made, from 1. */
  readonly delivery: number;
  /** True when the caller has already been told `accepted`. */
  accepted: boolean;
  /** What the idempotency window knows it by; empty without one. */
  id: string;
}

/** A call that a piece of work waits for. */
export interface WorkCall {
  readonly id: number;
  readonly target: number;
  readonly readKey: string | null;
}

export type Phase = 'starting' | 'reading' | 'working' | 'backingOff' | 'calling';

/** A delivery under work: it holds a worker, except when it runs on its caller's thread (`inline`). */
export interface Work {
  /** Rises along the works of a handler; an abandoned attempt gets one of its own. */
  readonly id: number;
  /** The delivery; in a batch, the one whose actions are performed. */
  held: Held;
  /** All deliveries of a batch; null for a single one. */
  items: readonly Held[] | null;
  /** The place of `held` among them, and the places of those that failed in this attempt. */
  item: number;
  failing: readonly number[];
  /** Which piece of work of this handler it is, from 1. */
  readonly n: number;
  phase: Phase;
  /** When it took its worker. */
  readonly begunUs: number;
  sinceUs: number;
  untilUs: number | null;
  /** The pending start, finish or back-off timer; 0 for a back-off that is over and waits for leave to go on. */
  timer: number;
  /** From 1. */
  attempt: number;
  /** Values read at the start, by key with a `:` in front. */
  reads: Readonly<Record<string, Json>>;
  /** Calls it waits for, with the node each goes to. */
  calls: readonly WorkCall[];
  /** Set when one of the calls went wrong. */
  callFailed: boolean;
  /** The next action to perform. */
  nextAction: number;
  /** False on the caller's thread, and after a time-out that left the worker to the abandoned attempt. */
  hasWorker: boolean;
  /** An attempt that timed out and goes on by itself: nobody waits for it, but it holds its worker. */
  isAbandoned: boolean;
  /** The pending time-out of the attempt; 0 when none runs. */
  deadline: number;
  /** The back-off before this attempt. */
  backoffUs: number;
  /** Why a guard denies the attempt that is about to start; empty when none does. */
  denied: string;
  /** The circuit breaker's period in which the attempt started. */
  period: number;
  /** After the last attempt, while the actions of giving up are performed. */
  hasGivenUp: boolean;
  /** What the statechart wants to emit for each delivery that it has taken, by the number of its call. Never changed. */
  outboxes: Readonly<Record<string, Outbox>>;
}

/** An event that will be emitted when its delay is over. */
export interface Later {
  readonly timer: number;
  readonly type: number;
  readonly subject: string;
  readonly data: Json;
  readonly cause: FlowEvent;
}

/** An action with its expressions made ready; null where it has none. */
export interface PlannedAction {
  readonly action: HandlerAction;
  /** The event type it emits, or −1 for the type at hand. */
  readonly type: number;
  readonly condition: Formula<boolean> | null;
  readonly keyBy: Formula<string> | null;
  readonly data: Formula | null;
  readonly value: Formula | null;
  readonly each: Formula | null;
  readonly delayUs: number;
}

export interface HandlerState {
  /** In the order of their ids. */
  working: Work[];
  lastId: number;
  /** How many of them wait for their next attempt, and how many for an answer. */
  backingOff: number;
  calling: number;
  /** Workers in use; what runs on its caller's thread takes none. */
  taken: number;
  /** Deliveries begun so far. */
  begun: number;
  later: Later[];
  inbox: Fifo<Held>;
  door: Fifo<Held>;
  done: number;
  failed: number;
  deadLettered: number;
  dropped: number;
  lost: number;
  /** Answered at their arrival, without having been taken in. */
  sentBack: number;
  expired: number;
  deduplicated: number;
  lastFailure: { event: FlowEvent; atUs: number; attempts: number } | null;
  paused: boolean;
  down: boolean;
  /** What the active policies of the plan remember, in their order. */
  policies: unknown[];
  /** Deliveries that wait until another of the same id has ended. */
  twins: Held[];
  /** How many attempts wait for leave to start, their back-off being over. */
  stalled: number;
  /** Why nothing begins although somebody waits and a worker is free; empty when that is not so. */
  holdUp: '' | 'throttled' | 'gathering';
  /** The timer that ends it, and when; 0 when none runs. */
  gate: number;
  gateUs: number;
  /** How many times as long work takes that begins now. */
  slowFactor: number;
  /** The instances of its statechart; null when it has none. */
  room: ChartRoom | null;
}

/** What a handler works out once from its settings and wires. */
export interface HandlerPlan {
  readonly settings: HandlerSettings;
  /** `Infinity` when unlimited. */
  readonly workers: number;
  readonly inboxCapacity: number;
  /** By event type: the wires an emitted event leaves over. */
  readonly routes: readonly (readonly OutWire[])[];
  readonly filters: WireFilters | null;
  readonly deadLetterWires: readonly OutWire[];
  readonly storeWire: OutWire | null;
  /** By event type: its own service law, or null. */
  readonly serviceByType: readonly (HandlerSettings['service'] | null)[];
  /** What is read when an attempt begins, what is done at its end, and what is done on giving up. */
  readonly reads: readonly PlannedAction[];
  readonly actions: readonly PlannedAction[];
  readonly failureActions: readonly PlannedAction[];
  /** The service time in milliseconds, where an expression gives it. */
  readonly serviceBy: Formula | null;
  /** Whether items of a batch fail one by one. */
  readonly failsByItem: boolean;
  readonly batchSize: number;
  readonly batchWaitUs: number;
  readonly poison: ReadonlySet<string>;
  /** The guards that the settings switch on; null for none, so that a plain handler asks nobody. */
  readonly policies: readonly ActivePolicy[] | null;
  /** Whether a start can only begin the service: it reads nothing, cannot fail, and no guard has a say. */
  readonly startsQuietly: boolean;
  /** Longest an attempt may take; 0 for any time. */
  readonly timeoutUs: number;
  /** The statechart that says what is done with a delivery; null when a list of actions does. */
  readonly chart: ChartPlan | null;
}

export const noReads: Readonly<Record<string, Json>> = Object.freeze({});

/** The calls of work that waits for none; shared, so that none is made for each. */
export const noCalls: readonly WorkCall[] = Object.freeze([]);

/** What a handler holds when it holds nothing. */
export function emptyHands(): Pick<
  HandlerState,
  | 'working'
  | 'taken'
  | 'backingOff'
  | 'calling'
  | 'later'
  | 'inbox'
  | 'door'
  | 'twins'
  | 'stalled'
  | 'holdUp'
  | 'gate'
  | 'gateUs'
> {
  return {
    working: [],
    taken: 0,
    backingOff: 0,
    calling: 0,
    later: [],
    inbox: createFifo(),
    door: createFifo(),
    twins: [],
    stalled: 0,
    holdUp: '',
    gate: 0,
    gateUs: 0,
  };
}

/** A handler at the start. Written out in full: objects that are put together from parts are slow to use. */
export function createHandlerState({ chart, policies }: HandlerPlan): HandlerState {
  return {
    working: [],
    lastId: 0,
    backingOff: 0,
    calling: 0,
    taken: 0,
    begun: 0,
    later: [],
    inbox: createFifo(),
    door: createFifo(),
    done: 0,
    failed: 0,
    deadLettered: 0,
    dropped: 0,
    lost: 0,
    sentBack: 0,
    expired: 0,
    deduplicated: 0,
    lastFailure: null,
    paused: false,
    down: false,
    policies: (policies ?? []).map((policy) => policy.initial()),
    twins: [],
    stalled: 0,
    holdUp: '',
    gate: 0,
    gateUs: 0,
    slowFactor: 1,
    room: chart === null ? null : emptyRoom(chart),
  };
}
