import type { TraceEntry } from '#engine/runtime/Trace';
import type { LogFilter } from '#engine/runtime/search/LogFilter';
import { useRun } from '#ui/store/runStore';
import { useGrowingAnswer } from '#ui/store/useGrowingAnswer';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useLogEntries } from './useLogEntries';

/** Browsers lose count in boxes higher than some 30 million pixels. */
const rowsAtMost = 1_000_000;
/** Steps that a filter lists; to know their numbers is enough for the list. */
const foundAtMost = 100_000;
/** Found entries are fetched in blocks that begin at multiples of this. */
const grain = 60;

/** The rows of the log: every step, or those that a filter lets through. */
export interface LogRows {
  readonly count: number;
  /** The step of a row, from 0. */
  readonly stepAt: (row: number) => number;
  /** The last row that is not later than a step; −1 before all of them. */
  readonly rowOf: (step: number) => number;
  /** How far the filter has looked; null when it has looked everywhere, or there is none. */
  readonly lookedUpTo: number | null;
  readonly isCut: boolean;
}

export function useLogRows(filter: LogFilter | null): LogRows {
  const computed = useRun((state) => state.summary?.steps ?? 0);
  const found = useGrowingAnswer('find', filter === null ? null : [filter, 0, foundAtMost]);
  if (filter === null) {
    const count = Math.min(computed, rowsAtMost);
    const rowOf = (step: number) => Math.min(step, count) - 1;
    return { count, stepAt: (row) => row + 1, rowOf, lookedUpTo: null, isCut: computed > count };
  }
  const steps = found?.steps ?? [];
  return {
    count: steps.length,
    stepAt: (row) => steps[row] ?? 0,
    rowOf: (step) => lastNotAfter(steps, step),
    lookedUpTo: found === null || !found.isComplete ? (found?.knownStep ?? 0) : null,
    isCut: found !== null && (found.isCut || found.total > steps.length),
  };
}

function lastNotAfter(steps: readonly number[], step: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? 0) <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The entries of the rows in view; undefined where they are not here yet. */
export function useEntriesOfRows(
  rows: LogRows,
  isFiltered: boolean,
  first: number,
  last: number,
): (step: number) => TraceEntry | undefined {
  const all = useLogEntries(first + 1, isFiltered ? first : last + 1, rows.count);
  const from = Math.max(0, Math.floor(first / grain) - 1) * grain;
  const to = Math.min(rows.count, (Math.floor(last / grain) + 2) * grain);
  const steps = isFiltered
    ? Array.from({ length: Math.max(0, to - from) }, (_, index) => rows.stepAt(from + index))
    : [];
  const { value } = useRunAnswer('entriesAt', steps.length === 0 ? null : [steps]);
  return isFiltered ? (step) => value?.find((entry) => entry.step === step) : all;
}
