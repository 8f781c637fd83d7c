import type { EventType } from '#engine/model/FlowDoc';
import type { Recording } from '#engine/model/fields';
import type { Problem } from '#engine/model/Problem';

/** A recorded log before anybody said what its columns mean. */
export interface LogTable {
  readonly columns: readonly string[];
  /** The text of each cell, as many as there are columns. */
  readonly rows: readonly LogRow[];
  /** Rows that could not be taken apart. */
  readonly problems: readonly Problem[];
}

export interface LogRow {
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** In what a column of plain numbers counts; `auto` tells by their size. */
export type TimeUnit = 'auto' | 's' | 'ms' | 'us';

/** What columns mean, as places in `LogTable.columns`. */
export interface LogColumns {
  /** Null when events have no key. */
  readonly key: number | null;
  readonly type: number;
  readonly time: number;
  readonly timeUnit: TimeUnit;
}

/** A log as a publisher replays it. */
export interface LogReading {
  readonly recording: Recording;
  /** Event types of the log that the document did not have yet. */
  readonly newEventTypes: readonly EventType[];
  /** Virtual milliseconds from the first event to the last. */
  readonly durationMs: number;
  /** Different keys. */
  readonly keys: number;
  /** Rows that were left out, or of which part was. */
  readonly skipped: number;
  /** Why: the first hundred, then how many more. */
  readonly problems: readonly Problem[];
}
