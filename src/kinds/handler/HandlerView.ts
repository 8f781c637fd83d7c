import type { ChartView } from './chart/ChartView';
import type { Token } from '#engine/model/NodeKind';

/** What one worker does. Hatch it unless it is `working`: then time passes and nothing can be done here. */
export interface WorkerView {
  readonly token: Token;
  /** How many deliveries it works on together. */
  readonly items: number;
  readonly phase: 'reading' | 'working' | 'backingOff' | 'calling';
  readonly sinceUs: number;
  /** When the phase will end, if that is known. */
  readonly untilUs: number | null;
  /** From 1. */
  readonly attempt: number;
  readonly attempts: number;
}

/** What the face of a handler shows. */
export interface HandlerView {
  /** Busy workers, longest busy first, at most 12. */
  readonly working: readonly WorkerView[];
  readonly busy: number;
  /** Taken in and not yet begun, next first, at most 12. */
  readonly inbox: readonly Token[];
  readonly inboxCount: number;
  /** Callers that wait for a free worker or for room, at most 12. */
  readonly door: readonly Token[];
  readonly doorCount: number;
  readonly done: number;
  readonly failed: number;
  readonly deadLettered: number;
  readonly dropped: number;
  readonly lost: number;
  /** The instances of its statechart; null when it has none. */
  readonly chart: ChartView | null;
  readonly lastFailure: {
    readonly token: Token;
    readonly atUs: number;
    readonly attempts: number;
  } | null;
}
