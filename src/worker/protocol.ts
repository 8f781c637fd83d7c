import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Deed } from '#engine/runtime/deeds';
import type { KeyQuestion, KeyReport } from '#engine/model/KeyReport';
import type { Story } from '#engine/runtime/follow/Story';
import type { LaneQuery, LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import type { Effects } from '#engine/runtime/search/effectsOf';
import type { DifferenceFound } from '#engine/runtime/search/FirstDifference';
import type { KeyEvents } from '#engine/runtime/search/KeySearch';
import type { LogFilter } from '#engine/runtime/search/LogFilter';
import type { LogFound } from '#engine/runtime/search/LogSearch';
import type { ReelQuery, Still } from '#engine/runtime/reel/Reel';
import type { RunReport } from '#engine/runtime/RunReport';
import type { SeriesQuery, SeriesWindow, Spread, TimeFigure } from '#engine/runtime/series/SeriesWindow';
import type { Totals } from '#engine/runtime/totals';
import type { Stop, StopDirection, StopFound } from '#engine/runtime/stops/StopRule';
import type { ProtocolReport } from '#engine/model/protocols/ProtocolReport';
import type {
  AutomatonReport,
  Frame,
  PendingStep,
  Place,
  RunSummary,
  TraceEntry,
  TraceWindow,
} from '#engine/runtime/Trace';
import type { WhyQuestion, WhyReport } from '#engine/runtime/whyWaiting';

export interface LogQuery {
  /** First step wanted, from 1. */
  readonly from: number;
  readonly count: number;
}

/** How busy the run was over time, for the scrubber. */
export interface Overview {
  readonly untilUs: number;
  /** Steps per bucket over 0 … untilUs. */
  readonly steps: readonly number[];
}

/**
 * The questions a page may ask of the run. Each is answered once, in order; every answer but `load`
 * carries nothing that the page could not ask for again, so a killed worker loses nothing.
 */
export interface RunQuestions {
  /** Replaces the run. The document was checked by the importer. Answers when the first frame exists. */
  load(doc: FlowDoc): Frame;
  frame(place: Place): Frame;
  window(place: Place, maxEntries: number): TraceWindow;
  /** Pictures after a place, where too much happens for a window; fewer than asked for where less is known. */
  reel(place: Place, query: ReelQuery): readonly Still[];
  entries(query: LogQuery): readonly TraceEntry[];
  pending(place: Place): readonly PendingStep[];
  automaton(node: number, place: Place): AutomatonReport;
  /** Why a node, or an event in it, does not go on. */
  why(question: WhyQuestion, place: Place): WhyReport;
  /** What became of an event; asked again, it finds out more, until it is complete as far as the run is known. */
  follow(event: number): Story;
  /** What happened in a stretch of time, as far as it is known. */
  lanes(query: LaneQuery): LaneWindow;
  /** Figures over a stretch of time, in exact buckets, as far as the run is known. */
  series(query: SeriesQuery): SeriesWindow;
  /** How durations spread up to a place; null for as far as the run is known. */
  spread(figure: TimeFigure, place: Place | null): Spread;
  /** Report and ledger up to a place; null for as far as the run is known. */
  totals(place: Place | null): Totals;
  /** The events of a key; asked again, it finds out more. */
  eventsOf(key: string): KeyEvents;
  /** The steps that a filter lets through, from a place among them on; asked again, it finds out more. */
  find(filter: LogFilter, from: number, count: number): LogFound;
  /** The nearest step after or before a place that meets a stop; asked again, it finds out more. */
  findStop(from: number, stops: readonly Stop[], direction: StopDirection): StopFound;
  entriesAt(steps: readonly number[]): readonly TraceEntry[];
  effects(step: number): Effects;
  /** Where the run first differs from that of another document; asked again under the same name, it finds out more. */
  difference(name: string, other: FlowDoc): DifferenceFound;
  /** What the run has come to at a virtual time in microseconds, or at its end when that is before. */
  report(atUs: number): RunReport;
  protocols(node: number, place: Place): readonly ProtocolReport[];
  /** What came of the interventions that the run has come to up to a step, as far as it is computed. */
  deeds(upToStep: number): readonly Deed[];
  /** The keys that a node keeps something for, and one of them in detail. */
  keys(node: number, question: KeyQuestion, place: Place): KeyReport;
  /** Steps after which the hash is wanted; the hash covers steps 1 … place. */
  hashAt(place: Place): string;
  overview(buckets: number): Overview;
  summary(): RunSummary;
}

/** What may be asked of the server: about the run, and about its own computing. */
export interface Questions extends RunQuestions {
  /**
   * Stops computing on in the background, or goes on with it; acts at once, whatever else is waiting. While it is
   * stopped, questions about places that are not computed are answered for the last place that is.
   */
  hold(isHeld: boolean): null;
}

/** Pushed by the worker while it computes the rest of the run in the background. */
export interface Progress {
  /** Its status is `cancelled` while computing is stopped. */
  readonly summary: RunSummary;
  /** True when the whole run, up to its end or horizon, is known. */
  readonly isComplete: boolean;
  /** Whether computing on was stopped by `hold`. */
  readonly isHeld: boolean;
  /** Events published per second of wall time, over the time since the last report but a few; 0 when at rest. */
  readonly eventsPerSecond: number;
}

export type Request = {
  [K in keyof Questions]: {
    readonly id: number;
    readonly ask: K;
    readonly with: Parameters<Questions[K]>;
  };
}[keyof Questions];

export type Response =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string }
  | { readonly id: 0; readonly progress: Progress };
