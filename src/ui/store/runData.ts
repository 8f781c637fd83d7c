import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Flight, Frame, RunSummary, TraceWindow } from '#engine/runtime/Trace';
import type { Overview, Questions } from '#worker/protocol';
import type { Glide } from './visibleFlights';

export interface Playhead {
  readonly timeUs: number;
  /** Steps up to this one have happened. Several steps may share one virtual time. */
  readonly step: number;
}

/** What the run store holds: nothing in it is recomputed by anyone else, and nothing of it is saved. */
export interface RunData {
  /** The document that is being run: indices in frames and entries point into it. */
  readonly doc: FlowDoc;
  readonly playhead: Playhead;
  readonly isPlaying: boolean;
  /** 1 is real time; Infinity is as fast as possible. */
  readonly speed: number;
  /** The picture after `playhead.step`; nodes keep their identity as long as they look the same. */
  readonly frame: Frame | null;
  /** What is known around the playhead without asking the worker. */
  readonly window: TraceWindow | null;
  /** Some of the messages before the playhead that took no time, where too much happened for the window to be known. */
  readonly hops: readonly Flight[];
  /** How far the run is computed, and how it stands there. */
  readonly summary: RunSummary | null;
  readonly isComplete: boolean;
  /** Whether a person has stopped the computing of what is not known yet. */
  readonly isHeld: boolean;
  /** How fast the run is being computed, in events per second of wall time. */
  readonly eventsPerSecond: number;
  readonly overview: Overview | null;
  /** What stopped the machinery (not the flow), in English, or null. */
  readonly error: string | null;
  /** From 0 to 1: how much of its glide the last single step has had. */
  readonly settle: number;
  readonly glide: Glide | null;
  /** Counts the runs that were shown: an answer about another one is stale. */
  readonly generation: number;
}

/** At rest, before anything is known of a run. */
export const atRest: Omit<RunData, 'doc'> = {
  playhead: { timeUs: 0, step: 0 },
  isPlaying: false,
  speed: 1,
  frame: null,
  window: null,
  hops: [],
  summary: null,
  isComplete: false,
  isHeld: false,
  eventsPerSecond: 0,
  overview: null,
  error: null,
  settle: 1,
  glide: null,
  generation: 0,
};

/** Access to the run store for the machinery behind it. */
export interface RunHost {
  get(): RunData;
  set(change: Partial<RunData>): void;
}

/** Asks the run; rejects when the question is overtaken by a new document. */
export type AskRun = <K extends keyof Questions>(
  question: K,
  ...values: Parameters<Questions[K]>
) => Promise<ReturnType<Questions[K]>>;
