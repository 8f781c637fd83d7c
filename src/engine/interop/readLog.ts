import type { EventType } from '#engine/model/FlowDoc';
import { freeEventTypeStyle } from '#engine/model/freeEventTypeStyle';
import { freeId } from '#engine/model/freeId';
import { limits } from '#engine/model/limits';
import { ProblemList } from '#engine/model/ProblemList';
import { cleanText } from '#engine/model/readValue';
import { slugOf } from '#engine/model/slugOf';
import { logEvents } from './logEvents';
import type { LogColumns, LogReading, LogTable } from './LogTable';

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
  const sorted = logEvents(table, columns, problems);
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
