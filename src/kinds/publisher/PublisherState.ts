import type { WireFilters } from '#engine/expression/WireFilters';
import type { BackOff } from '#engine/kernel/backOffUs';
import type { Fifo } from '#engine/kernel/Fifo';
import type { CallStack, FlowEvent } from '#engine/model/messages';
import type { OutWire } from '#engine/model/NodeKind';
import type { Generator } from './generators/Generator';
import type { DrawKey } from './keyChoices/KeyChoice';
import type { DrawRow } from './mixOrders/MixOrder';
import type { Payload } from './payload';
import type { PublisherSettings } from './publisherFields';
import type { RefusalReaction } from './refusals/RefusalReaction';

/** An event that is written down in the settings, and when it is due. */
export interface Moment {
  readonly atUs: number;
  readonly type: number;
  readonly key: string;
  readonly payload: Payload;
}

/** How far generation has come. */
export interface Progress {
  /** Events made, whether or not they were published. */
  made: number;
  /** Two numbers of the generator's own. */
  phase: number;
  phaseEndsUs: number;
  /** Whether what comes next makes no event and only ends a phase. */
  turns: boolean;
  /** By the number of a key: its events so far, where the mix goes by key. */
  readonly madeOfKey: Record<number, number>;
}

/** A publish call on one wire that was not answered yet, or was not taken. */
export interface WireCall {
  readonly id: number;
  readonly wire: number;
  readonly target: number;
}

/** One event that a caller holds: its calls are open, or it backs off before the next attempt. */
export interface OpenCall {
  readonly event: FlowEvent;
  /** When it was published first. */
  readonly sinceUs: number;
  /** From 1. */
  attempt: number;
  /** How long its last back-off was planned; 0 for none. */
  waitUs: number;
  /** By number, the lowest first. */
  awaited: WireCall[];
  /** The calls of this attempt that did not succeed. */
  refused: WireCall[];
  /** Its time-out while calls are open, or the end of its back-off; 0 for none. */
  timer: number;
}

export interface PublisherState {
  readonly progress: Progress;
  /** The timer of what the generator has next; 0 for nothing. */
  timer: number;
  emitted: number;
  refused: number;
  timedOut: number;
  retries: number;
  /** Tries of calls: those begun, and of those that are over in time the ones all of whose answers were good, and the others. */
  tries: number;
  answered: number;
  failed: number;
  /** Events given up after they were refused. */
  givenUp: number;
  backlog: Fifo<FlowEvent>;
  /** Calls that wait for an answer, the latest last. */
  open: OpenCall[];
  /** Calls between two attempts, the latest last. */
  retrying: OpenCall[];
  /** Calls whose next attempt came due during a pause. */
  overdue: OpenCall[];
  /** How many retries the budget has left. */
  budget: number;
  paused: boolean;
  /** Stopped by a refusal, for good. */
  stopped: boolean;
}

/** What a publisher works out once. */
export interface PublisherPlan {
  readonly settings: PublisherSettings;
  readonly generator: Generator;
  /** Sorted by time; null when moments are drawn as the run goes on. */
  readonly listed: readonly Moment[] | null;
  readonly startUs: number;
  /** Nothing is due after it; Infinity for no end. */
  readonly stopUs: number;
  /** Infinity for no limit. */
  readonly count: number;
  readonly burstSpacingUs: number;
  readonly mixTypes: readonly number[];
  readonly mixWeights: readonly number[];
  readonly drawRow: DrawRow;
  /** Whether rows are drawn by how many events of the same key there were. */
  readonly mixIsByKey: boolean;
  /** Whether a key can come a second time. */
  readonly keysReturn: boolean;
  readonly drawKey: DrawKey;
  /** The first keys, ready-made; later ones are put together when needed. */
  readonly keyNames: readonly string[];
  readonly payload: Payload;
  /** By event type: the wires it leaves over. */
  readonly routes: readonly (readonly OutWire[])[];
  readonly filters: WireFilters | null;
  readonly waits: boolean;
  /** How many events may be in the hands of callers at a time. */
  readonly clients: number;
  /** 0 for none. */
  readonly timeoutUs: number;
  readonly reaction: RefusalReaction;
  readonly backOff: BackOff;
  /** Retries that a first attempt adds to the budget; 0 when there is no budget. */
  readonly budgetShare: number;
  /** The call stack of a publish call that it waits for. */
  readonly ownStack: CallStack;
}

/** A full budget, and what a publisher begins with: so that few events see retries at all. */
export const fullBudget = 10;

export function createPublisherState(): PublisherState {
  return {
    progress: { made: 0, phase: 0, phaseEndsUs: 0, turns: false, madeOfKey: {} },
    timer: 0,
    emitted: 0,
    refused: 0,
    timedOut: 0,
    retries: 0,
    tries: 0,
    answered: 0,
    failed: 0,
    givenUp: 0,
    backlog: { items: [], head: 0 },
    open: [],
    retrying: [],
    overdue: [],
    budget: fullBudget,
    paused: false,
    stopped: false,
  };
}
