import type { FlowEvent } from './messages';
import type { Token } from './NodeKind';
import { tokenOf } from './tokens';

/**
 * Every reason for which a node, or an event in it, does not go on. Each has a sentence in the catalogue, as
 * `why.wait.<code>`, in which the fields of the wait are named.
 */
export const waitCodes = [
  // Of any node.
  'paused',
  'down',
  'nothingToDo',
  // Told by the runtime, which alone knows what is under way.
  'onTheWay',
  'cutOff',
  // Calls.
  'awaitsAnswer',
  'reads',
  // Publisher.
  'publishesAt',
  'silentUntil',
  'finished',
  'stopped',
  'triesAgainAt',
  'inBacklog',
  // Bus.
  'full',
  'calls',
  'awaitsAck',
  'noRoom',
  'noMember',
  'keyTaken',
  'partitionTaken',
  'groupLimit',
  'delayedUntil',
  'redeliveredAt',
  'inLine',
  'atTheDoor',
  'kept',
  'parked',
  // Handler.
  'works',
  'saturated',
  'backsOff',
  'awaitsWorker',
  'circuitOpen',
  'circuitHalfOpen',
  'throttled',
  'gathers',
  'twin',
  'inInbox',
  'emitsLater',
  // Store.
  'serves',
] as const;

/** One of `waitCodes`. */
export type WaitCode = (typeof waitCodes)[number];

/** One immediate reason, as data. */
export interface Wait {
  readonly code: WaitCode;
  /** Whom it waits for, as node indices; empty when that is time, a person, or nobody. */
  readonly on: readonly number[];
  readonly event: Token | null;
  /** When it ends at the latest, in microseconds; null when no time is set. */
  readonly untilUs: number | null;
  /** How many: what waits, the attempt, or the place in line. */
  readonly count: number;
  /** Out of how many; `Infinity` when there is no limit. */
  readonly of: number;
  /** Whether nothing is there to be done: what would come is looked for upstream. */
  readonly isIdle: boolean;
}

/** A wait of which only what matters is said. */
export function waitOf(
  code: WaitCode,
  about: Partial<Omit<Wait, 'code' | 'event'>> & { readonly event?: FlowEvent | null | undefined } = {},
): Wait {
  const { on = [], event = null, untilUs = null, count = 0, of = 0, isIdle = false } = about;
  const token = event === null || event === undefined ? null : tokenOf(event);
  return { code, on, event: token, untilUs, count, of, isIdle };
}

/** What a node may know of the moment when it is asked why it waits. */
export interface Moment {
  readonly nowUs: number;
  /** When a message that the node scheduled is due, by its number; null when it is not pending. */
  dueUs(timer: number): number | null;
}

/** What a node does with an event that it has. Each has a name in the catalogue, as `why.holding.<what>`. */
export const holdingNames = [
  'backlog',
  'calling',
  'backingOff',
  'door',
  'delayed',
  'queued',
  'aside',
  'inFlight',
  'retryWait',
  'kept',
  'retained',
  'walking',
  'parked',
  'inbox',
  'twin',
  'starting',
  'reading',
  'working',
  'later',
  'serving',
] as const;

/** One of `holdingNames`. */
export type HoldingName = (typeof holdingNames)[number];

/** What a node has of an event at one moment. */
export interface Holding {
  readonly what: HoldingName;
  /** Tells apart what one node has of one event: the group a copy is for, the piece of work. */
  readonly key: string;
  /** The wire over which it was handed on; −1 when it was not. */
  readonly wire: number;
  /** From 1; 0 where attempts are not counted. */
  readonly attempt: number;
  /** Whether the event itself is in other hands meanwhile, and this node only waits to hear of it. */
  readonly isPassive: boolean;
  /** Whether nothing more happens to it here by itself. */
  readonly isFinal: boolean;
}

/** A holding of which only what matters is said. */
export function holdingOf(what: HoldingName, about: Partial<Omit<Holding, 'what'>> = {}): Holding {
  const { key = '', wire = -1, attempt = 0, isPassive = false, isFinal = false } = about;
  return { what, key, wire, attempt, isPassive, isFinal };
}

/** Something that a node does over a stretch of time, for one event. */
export interface Activity {
  /** The same as long as it lasts. */
  readonly key: string;
  readonly what: HoldingName;
  readonly event: FlowEvent;
  /** Since when, in microseconds. */
  readonly sinceUs: number;
  /** Whether time passes and nothing can be done in the node. */
  readonly isHeld: boolean;
}
