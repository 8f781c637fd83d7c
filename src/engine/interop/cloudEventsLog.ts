import { createProblem } from '#engine/model/createProblem';
import { isTooDeep } from '#engine/model/isTooDeep';
import { limits } from '#engine/model/limits';
import { ProblemList } from '#engine/model/ProblemList';
import { isPlainObject, ownValue, type PlainObject } from '#engine/model/readValue';
import type { LogRow, LogTable } from './LogTable';
import { tooLargeLog } from './tooLargeLog';

const required = ['specversion', 'id', 'source', 'type'];
/** `time` is optional in CloudEvents, and needed for a replay. */
const always = ['type', 'time', 'subject', 'partitionkey', 'source', 'id'];
/** Attribute names are lower-case letters and digits; `data` and its kin are no attributes. */
const attribute = /^[a-z0-9]{1,64}$/;
const columnsAtMost = 100;

/**
 * Takes newline-delimited JSON of CloudEvents 1.0 apart: attributes become columns, data is left behind. Lines
 * that are no event, by the attributes that the specification requires, are problems.
 */
export function cloudEventsLog(text: string): LogTable {
  if (text.length > limits.logLength) return tooLargeLog(text);
  const problems = new ProblemList();
  const events: { readonly line: number; readonly event: PlainObject }[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const event = line.trim() === '' ? null : readEvent(line, index + 1, problems);
    if (event !== null) events.push({ line: index + 1, event });
  }
  if (events.length === 0) problems.add(createProblem('log-empty', []));
  const columns = columnsOf(events.map(({ event }) => event));
  const rows = events.map(({ line, event }): LogRow => {
    return { line, cells: columns.map((column) => textOf(ownValue(event, column)) ?? '') };
  });
  return { columns, rows, problems: problems.list };
}

function readEvent(line: string, row: number, problems: ProblemList): PlainObject | null {
  let event: unknown = null;
  try {
    event = isTooDeep(line, limits.textDepth) ? null : JSON.parse(line);
  } catch {
    // Said below, together with JSON that is no object.
  }
  if (!isPlainObject(event)) {
    problems.warning('log-row-json', [], { row });
    return null;
  }
  const given = event;
  const wrong = required.find((name) => {
    const value = ownValue(given, name);
    return typeof value !== 'string' || value === '' || (name === 'specversion' && value !== '1.0');
  });
  if (wrong === undefined) return event;
  problems.warning('log-row-attribute', [], { row, attribute: wrong });
  return null;
}

function columnsOf(events: readonly PlainObject[]): readonly string[] {
  const columns = new Set(always);
  for (const event of events) {
    for (const name of Object.keys(event)) {
      const isAttribute = attribute.test(name) && name !== 'data' && textOf(event[name]) !== null;
      if (isAttribute && columns.size < columnsAtMost) columns.add(name);
    }
  }
  return [...columns];
}

/** CloudEvents attributes are texts, numbers and truth values. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
