import type { LogColumns, LogTable } from './LogTable';
import { parseTime } from './parseTime';

/** What headers are called in logs that are out there: exactly so, or somewhat like it. */
const names = {
  time: [
    /^(time:)?time ?_?stamp$|^(event_?)?time$|^date_?time$/i,
    /time|date|start|complete|(^|[ _])(at|ts)$/i,
  ],
  type: [
    /^concept:name$|^activity$|^event_?(type|name)$|^type$/i,
    /activity|type|event|action|task|topic|operation/i,
  ],
  key: [
    /^case([ _:]?(id|concept:name))?$|^subject$|^partition_?key$|^key$/i,
    /case|(order|customer|user|account|device|session|trace|correlation)[ _]?id$/i,
  ],
} as const;

const sampleSize = 50;

/**
 * The likeliest meaning of the columns, from their names and from what is in them; a form starts with it. Columns
 * whose meaning is `known` are none of the others.
 */
export function guessColumns(table: LogTable, known: readonly number[] = []): LogColumns {
  const sample = table.columns.map((_, column) =>
    table.rows.slice(0, sampleSize).map(({ cells }) => cells[column] ?? ''),
  );
  const best = (wanted: keyof typeof names, taken: readonly number[]): number => {
    const scores = table.columns.map((name, column) =>
      taken.includes(column)
        ? -Infinity
        : nameScore(names[wanted], name) + contentScore[wanted](sample[column] ?? []),
    );
    return scores.indexOf(Math.max(...scores));
  };
  const time = best('time', known);
  const type = best('type', [...known, time]);
  const key = best('key', [...known, time, type]);
  return {
    time: Math.max(0, time),
    type: Math.max(0, type),
    key: table.columns.length > 2 && !isEmpty(sample[key] ?? []) ? key : null,
    timeUnit: 'auto',
  };
}

function nameScore([exactly, somewhat]: readonly [RegExp, RegExp], name: string): number {
  if (exactly.test(name.trim())) return 3;
  return somewhat.test(name.trim()) ? 2 : 0;
}

/** Between −4 and 2: names count, and content can veto. */
const contentScore: Readonly<Record<keyof typeof names, (cells: readonly string[]) => number>> = {
  time: (cells) => {
    const times = cells.filter((cell) => parseTime(cell) !== null || /^\d+(\.\d+)?$/.test(cell.trim()));
    const dates = cells.filter((cell) => parseTime(cell) !== null);
    return share(times, cells) < 0.5 ? -4 : 2 * share(dates, cells);
  },
  // Few different values say what happened; as many as rows say who it happened to.
  type: (cells) => (isEmpty(cells) ? -4 : 1 - new Set(cells).size / Math.max(1, cells.length)),
  key: (cells) => (isEmpty(cells) ? -4 : new Set(cells).size > 1 ? 0.5 : 0),
};

const share = (some: readonly string[], all: readonly string[]) =>
  all.length === 0 ? 0 : some.length / all.length;
const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
