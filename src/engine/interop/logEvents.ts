import { valueText } from '#engine/model/createProblem';
import { limits } from '#engine/model/limits';
import type { ProblemList } from '#engine/model/ProblemList';
import { cleanText } from '#engine/model/readValue';
import type { LogColumns, LogRow, LogTable, TimeUnit } from './LogTable';
import { parseTime } from './parseTime';

/** A row of a log as an event. */
export interface LoggedEvent {
  /** Of the file, from 1. */
  readonly line: number;
  /** Microseconds since 1970, or since whatever the log counts from. */
  readonly atUs: number;
  readonly type: string;
  /** Empty where there is none. */
  readonly key: string;
}

/**
 * The rows of a log as events, sorted by time, in file order among equals. Rows that cannot be read are left out and
 * said, with their line.
 */
export function logEvents(
  table: LogTable,
  columns: LogColumns,
  problems: ProblemList,
): readonly LoggedEvent[] {
  const readTime = timeReader(table.rows, columns);
  const events = table.rows.flatMap((row) => readRow(row, columns, readTime, problems) ?? []);
  return events.toSorted((one, other) => one.atUs - other.atUs);
}

function readRow(
  row: LogRow,
  columns: LogColumns,
  readTime: (text: string) => number | null,
  problems: ProblemList,
): LoggedEvent | null {
  const cell = (column: number | null) =>
    column === null ? '' : cleanText(row.cells[column] ?? '', false).trim();
  const [time, type, key] = [cell(columns.time), cell(columns.type), cell(columns.key)];
  const atUs = readTime(time);
  if (atUs === null) problems.warning('log-row-time', [], { row: row.line, value: valueText(time) });
  else if (type === '' || Array.from(type).length > limits.nameLength) {
    problems.warning('log-row-type', [], { row: row.line, max: limits.nameLength });
  } else if (Array.from(key).length > limits.keyLength) {
    problems.warning('log-row-key', [], { row: row.line, max: limits.keyLength });
  } else return { line: row.line, atUs, type, key };
  return null;
}

/** Reads the times of one column alike: a column of numbers counts in one unit throughout. */
function timeReader(
  rows: readonly LogRow[],
  { time, timeUnit }: LogColumns,
): (text: string) => number | null {
  const factors: Readonly<Record<Exclude<TimeUnit, 'auto'>, number>> = { s: 1e6, ms: 1000, us: 1 };
  const factor = timeUnit === 'auto' ? likelyFactor(rows, time) : factors[timeUnit];
  return (text) => {
    const number = numberOf(text);
    if (number === null) return parseTime(text);
    const atUs = Math.round(number * factor);
    return Number.isSafeInteger(atUs) ? atUs : null;
  };
}

/** Times of this century since 1970 have 10 digits in seconds, 13 in milliseconds, 16 in micro- and 19 in nanoseconds. */
function likelyFactor(rows: readonly LogRow[], column: number): number {
  let largest = 0;
  for (const { cells } of rows) largest = Math.max(largest, Math.abs(numberOf(cells[column] ?? '') ?? 0));
  if (largest < 1e11) return 1e6;
  if (largest < 1e14) return 1000;
  return largest < 1e17 ? 1 : 0.001;
}

function numberOf(text: string): number | null {
  return /^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : null;
}
