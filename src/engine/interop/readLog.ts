import { valueText } from '#engine/model/createProblem';
import type { EventType } from '#engine/model/FlowDoc';
import { freeEventTypeStyle } from '#engine/model/freeEventTypeStyle';
import { freeId } from '#engine/model/freeId';
import { limits } from '#engine/model/limits';
import { ProblemList } from '#engine/model/ProblemList';
import { cleanText } from '#engine/model/readValue';
import { slugOf } from '#engine/model/slugOf';
import type { LogColumns, LogReading, LogRow, LogTable, TimeUnit } from './LogTable';
import { parseTime } from './parseTime';

interface ReadRow {
  readonly line: number;
  readonly atUs: number;
  readonly type: string;
  readonly key: string;
}

/**
 * The events of a log, sorted by time (in file order among equals), in milliseconds since the first, with the
 * event types they need: those of the document by name, new ones for the others. What cannot be read is left
 * out and said, with the line of the file.
 */
export function readLog(
  table: LogTable,
  columns: LogColumns,
  name: string,
  existing: readonly EventType[],
): LogReading {
  const problems = new ProblemList();
  for (const problem of table.problems) problems.add(problem);
  const readTime = timeReader(table.rows, columns);
  const rows = table.rows.flatMap((row) => readRow(row, columns, readTime, problems) ?? []);
  const sorted = rows.toSorted((one, other) => one.atUs - other.atUs);
  const taken = sorted.slice(0, limits.recordedEvents);
  if (sorted.length > taken.length) {
    problems.warning('log-too-long', [], { count: sorted.length, max: limits.recordedEvents });
  }
  const types = new TypesOfLog(existing);
  const startUs = taken[0]?.atUs ?? 0;
  const events = taken.flatMap(({ line, atUs, type, key }) => {
    const atMs = (atUs - startUs) / 1000;
    if (atMs > limits.recordedMs) problems.warning('log-row-time', [], { row: line, value: `+${atMs} ms` });
    const id = atMs > limits.recordedMs ? null : types.idOf(type);
    return id === null ? [] : [[atMs, id, key] as const];
  });
  if (types.hasTooMany) problems.warning('log-many-types', [], { max: limits.eventTypes });
  if (events.length === 0 && !problems.hasErrors) problems.error('log-empty', []);
  return {
    recording: { name: cleanText(name, false).slice(0, 200), events },
    newEventTypes: types.added,
    durationMs: events.at(-1)?.[0] ?? 0,
    keys: new Set(events.map(([, , key]) => key)).size,
    skipped: table.rows.length - events.length + skippedIn(table),
    problems: problems.list,
  };
}

function readRow(
  row: LogRow,
  columns: LogColumns,
  readTime: (text: string) => number | null,
  problems: ProblemList,
): ReadRow | null {
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

function skippedIn(table: LogTable): number {
  return table.problems.reduce((sum, { code, values }) => {
    if (code === 'more-problems') return sum + Number(values['count']);
    return code.startsWith('log-row-') ? sum + 1 : sum;
  }, 0);
}

class TypesOfLog {
  readonly added: EventType[] = [];
  hasTooMany = false;
  readonly #all: EventType[];
  readonly #idByName: Map<string, string>;
  readonly #ids: Set<string>;

  constructor(existing: readonly EventType[]) {
    this.#all = [...existing];
    this.#idByName = new Map(existing.map((type) => [type.name, type.id]));
    this.#ids = new Set(existing.map(({ id }) => id));
  }

  /** Null when the document can take no more types. */
  idOf(name: string): string | null {
    const known = this.#idByName.get(name);
    if (known !== undefined) return known;
    if (this.#all.length >= limits.eventTypes) {
      this.hasTooMany = true;
      return null;
    }
    const slug = slugOf(name);
    const id = slug === '' || this.#ids.has(slug) ? freeId(slug === '' ? 'type' : slug, this.#ids) : slug;
    const type = { id, name, ...freeEventTypeStyle(this.#all) };
    this.#ids.add(id);
    this.#idByName.set(name, id);
    this.#all.push(type);
    this.added.push(type);
    return id;
  }
}
