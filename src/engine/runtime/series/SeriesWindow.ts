import type { MeasureName } from '#engine/model/measures';
import type { Bins } from '../timeBins';
import type { TimeFigures } from '../Trace';
import type { Amount } from './SeriesSample';

/** Durations that a run measures. `type` −1 stands for all event types together. */
export type TimeFigure =
  | { readonly what: MeasureName; readonly node: number }
  | { readonly what: 'lifetime'; readonly type: number };

/** Something that changes over virtual time: a node's work, levels and durations, or the lifetimes of events. */
export type SeriesFigure = { readonly what: Amount; readonly node: number } | TimeFigure;

/** What is to be known over which stretch of virtual time, in at most so many buckets. */
export interface SeriesQuery {
  readonly fromUs: number;
  readonly toUs: number;
  readonly buckets: number;
  readonly of: readonly SeriesFigure[];
  /** Whether all durations of each bucket are wanted, and not only their quantiles. */
  readonly bins: boolean;
}

/** A figure, bucket by bucket. */
export interface SeriesLine {
  /**
   * What it grew by in each bucket, exactly: pieces of work; how many waited or worked, times microseconds; microseconds
   * of all durations together.
   */
  readonly sums: readonly number[];
  /** The durations that ended in each bucket; null for what is none. */
  readonly times: SeriesTimes | null;
}

/** Quantiles are within 3.2 % of the exact ones; null in a bucket without any. */
export interface SeriesTimes {
  readonly counts: readonly number[];
  readonly p50Us: readonly (number | null)[];
  readonly p95Us: readonly (number | null)[];
  readonly p99Us: readonly (number | null)[];
  /** Empty unless they were asked for. */
  readonly bins: readonly Bins[];
}

/** Figures over a stretch of time, as far as the run is known. */
export interface SeriesWindow {
  /** Where buckets begin and end, rising: one more than there are buckets. They cover the stretch, or what is known of it. */
  readonly edgesUs: readonly number[];
  /** Nothing later is known yet. */
  readonly knownUs: number;
  /** In the order in which they were asked for. */
  readonly lines: readonly SeriesLine[];
}

/** How durations spread: over the whole run, or up to a place in it. */
export interface Spread {
  /** Null before the first. */
  readonly figures: TimeFigures | null;
  readonly bins: Bins;
}
