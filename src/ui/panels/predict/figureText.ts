import {
  formatCount,
  formatDuration,
  formatNumber,
  formatPercent,
  type FormatLanguage,
} from '#ui/look/format';

/** The names that figures of nodes have in the report of a run, in the order in which they are offered. */
export const figureNames = [
  'throughputPerSecond',
  'utilisation',
  'busy.mean',
  'queue.mean',
  'wait.meanUs',
  'service.meanUs',
  'response.meanUs',
] as const;

export type FigureId = (typeof figureNames)[number];

/** A figure by its name: a time, a share, or a number. */
export function figureText(figure: string, value: number, language: FormatLanguage): string {
  if (figure.endsWith('Us')) return formatDuration(value, language);
  if (figure === 'utilisation') return formatPercent(value, language);
  return Math.abs(value) >= 1000 ? formatCount(value, language) : formatNumber(value, language);
}
