import type { Outcome } from '#engine/model/messages';
import type { Context, NodeSetup } from '#engine/model/NodeKind';
import type { Moment, Wait } from '#engine/model/waits';
import type { HandlerSettings } from '../handlerFields';
import type { HandlerState, Held, Work } from '../HandlerState';

/** What a guard says of a delivery that a worker would take next. */
export type Screening = 'work' | 'gone' | 'waits';

/**
 * How a guard protects one handler. `own` is what it remembers, as plain data. Every hook may be missing; they are
 * called in the order of the list of guards.
 */
export interface Policy<Own> {
  initial(): Own;
  /** A delivery arrives. An outcome sends it back at once. */
  arrive?(own: Own, held: Held, context: Context): Outcome | null;
  /**
   * A worker would take this delivery now. `gone`: the guard has answered it. `waits`: the guard has put it among the
   * twins, and will put it back into its line.
   */
  screen?(own: Own, held: Held, state: HandlerState, context: Context): Screening;
  /** When the next attempt may start: now or earlier for at once; `Infinity` when the guard will wake the handler. */
  opensUs?(own: Own, context: Context): number;
  /** An attempt is about to start. A text denies it: it fails at once for that reason. */
  permit?(own: Own, work: Work, context: Context): string;
  /** An attempt that was permitted has ended. */
  ended?(own: Own, work: Work, isGood: boolean, context: Context): void;
  /** An attempt failed and would be made again. A text refuses that, and says why. */
  retry?(own: Own, context: Context): string;
  /** A delivery has left the handler. */
  left?(own: Own, held: Held, isDone: boolean, state: HandlerState, context: Context): void;
  /** A timer that is no other's went off. */
  timer?(own: Own, id: number, context: Context): void;
  /** The handler crashed: what stood in memory is gone. */
  crash?(own: Own, context: Context): void;
  /** A lifecycle state of the handler that goes before what its workers do; empty for none. */
  lifecycle?(own: Own): string;
  /** Why nothing begins, when that is its doing and not a matter of the next in line; null otherwise. */
  wait?(own: Own, moment: Moment): Wait | null;
}

/** A policy as the plan lists it: its memory has a place of the same number in the state. */
export type ActivePolicy = Policy<unknown>;

/** One way to protect a handler: made by its settings, or null when they do not switch it on. */
export interface Guard {
  readonly id: string;
  plan(settings: HandlerSettings, setup: NodeSetup): ActivePolicy | null;
}

/** A guard whose memory has a type; the handler hands each policy only the memory that it made itself. */
export function defineGuard<Own>(
  id: string,
  plan: (settings: HandlerSettings, setup: NodeSetup) => Policy<Own> | null,
): Guard {
  return { id, plan };
}
