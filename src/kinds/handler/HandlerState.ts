import type { Fifo } from '#engine/kernel/Fifo';
import type { Json } from '#engine/model/Json';
import type { CallStack, FlowEvent } from '#engine/model/messages';
import type { OutWire } from '#engine/model/NodeKind';
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
  /** True when the caller has already been told `accepted`. */
  accepted: boolean;
}

export type Phase = 'starting' | 'reading' | 'working' | 'backingOff' | 'calling';

/** A delivery under work: it holds a worker, except when it runs on its caller's thread (`inline`). */
export interface Work {
  readonly held: Held;
  phase: Phase;
  /** When it took its worker. */
  readonly begunUs: number;
  sinceUs: number;
  untilUs: number | null;
  /** The pending start, finish or back-off timer. */
  timer: number;
  /** From 1. */
  attempt: number;
  /** Values read at the start, by key with a `:` in front. */
  reads: Readonly<Record<string, Json>>;
  /** Calls it waits for, with the node each goes to. */
  calls: { readonly id: number; readonly target: number; readonly readKey: string | null }[];
  /** Set when one of the calls went wrong. */
  callFailed: boolean;
  /** The next action to perform. */
  nextAction: number;
}

export interface HandlerState {
  working: Work[];
  inbox: Fifo<Held>;
  door: Fifo<Held>;
  done: number;
  failed: number;
  deadLettered: number;
  dropped: number;
  lost: number;
  lastFailure: { event: FlowEvent; atUs: number; attempts: number } | null;
  paused: boolean;
  down: boolean;
}

/** What a handler works out once from its settings and wires. */
export interface HandlerPlan {
  readonly settings: HandlerSettings;
  /** `Infinity` when unlimited. */
  readonly workers: number;
  readonly inboxCapacity: number;
  /** By event type: the wires an emitted event leaves over. */
  readonly routes: readonly (readonly OutWire[])[];
  readonly deadLetterWires: readonly OutWire[];
  readonly storeWire: OutWire | null;
  /** By event type: its own service law, or null. */
  readonly serviceByType: readonly (HandlerSettings['service'] | null)[];
  /** By action: the event type it emits, or −1 for the type at hand. */
  readonly emitTypes: readonly number[];
  readonly poison: ReadonlySet<string>;
  /** Whether an attempt begins with reads of the store. */
  readonly readsAtStart: boolean;
}

export const noReads: Readonly<Record<string, Json>> = Object.freeze({});
