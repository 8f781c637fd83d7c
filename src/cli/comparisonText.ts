import type { MetricDifference } from '#engine/analysis/compare/compareReports';
import type { FlowChange } from '#engine/analysis/compare/flowChanges';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { FirstDifference } from '#engine/runtime/search/FirstDifference';
import type { TraceEntry } from '#engine/runtime/Trace';
import type { Comparison } from './commands/compare';
import { grouped, milliseconds, perCent, plain, seconds } from './numberTexts';
import { stepText } from './stepText';
import { textTable } from './textTable';

/** More are in `--json`. */
const shownAtMost = 40;

/** A comparison for people: what was changed, where the runs part, and the figures that matter most. */
export function comparisonText(
  { changes, firstDifference, differences }: Comparison,
  flows: readonly [own: FlowDoc, other: FlowDoc],
): string {
  const changed = changes.map((change) => `${changeText(change)}\n`).join('');
  const columns = [
    { title: 'Of' },
    { title: 'Figure' },
    ...['First', 'Second', 'Difference'].map((title) => ({ title, isNumber: true })),
    { title: '' },
  ];
  const table = textTable(columns, differences.slice(0, shownAtMost).map(rowOf));
  const left = differences.length - shownAtMost;
  return [
    changed,
    `${firstText(firstDifference, flows)}\n`,
    table === '' ? '' : `\n${table}`,
    left > 0 ? `and ${left} more: see --json\n` : '',
  ].join('');
}

function changeText(change: FlowChange): string {
  if (change.change === 'run') return `changed: ${change.field} ${change.other} -> ${change.own}`;
  if (change.change !== 'setting') return `${change.change}: ${change.part} ${change.id}`;
  const { id, field, own, other } = change;
  return `changed: ${id}.${field.id} ${JSON.stringify(other)} -> ${JSON.stringify(own)}`;
}

function firstText(first: FirstDifference | null, [own, other]: readonly [FlowDoc, FlowDoc]): string {
  if (first === null) return 'Both runs are the same from beginning to end.';
  const { step, sort, own: mine, other: its } = first;
  return [
    `The first difference is step ${step} (${sort}).`,
    `  first:  ${entryText(mine, own)}`,
    `  second: ${entryText(its, other)}`,
  ].join('\n');
}

function entryText(entry: TraceEntry | null, doc: FlowDoc): string {
  if (entry === null) return 'has ended';
  const sent = entry.sent.map(
    ({ wire, arriveUs }) => `${doc.wires[wire]?.id ?? ''} at ${seconds(arriveUs)} s`,
  );
  const sends = sent.length === 0 ? '' : `; sends over ${sent.join(', ')}`;
  return `${seconds(entry.timeUs)} s  ${stepText(entry, doc)}${sends}`;
}

function rowOf({
  id,
  measure,
  detail,
  unit,
  own,
  other,
  change,
  share,
  verdict,
}: MetricDifference): string[] {
  const value = (one: number | null) => (one === null ? '' : figureText(one, unit));
  const sign = (change ?? 0) > 0 ? '+' : '';
  const by = share === null || unit === 'share' ? value(change) : perCent(share);
  return [
    id === '' ? 'all' : id,
    `${measure}${detail === '' ? '' : ` ${detail}`}`,
    value(own),
    value(other),
    change === null ? '' : `${sign}${by}`,
    verdict === 'neutral' || verdict === 'same' ? '' : verdict,
  ];
}

function figureText(value: number, unit: MetricDifference['unit']): string {
  switch (unit) {
    case 'us':
      return `${milliseconds(value)} ms`;
    case 'count':
      return grouped(value);
    case 'perSecond':
      return `${plain(value)} /s`;
    case 'share':
      return perCent(value);
    case 'mean':
      return plain(value);
  }
}
