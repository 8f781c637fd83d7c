import {
  formatCount,
  formatDuration,
  formatNumber,
  formatPercent,
  type FormatLanguage,
} from '#ui/look/format';

/** A figure by its name: a time, a share, or a number. */
export function figureText(figure: string, value: number, language: FormatLanguage): string {
  if (figure.endsWith('Us')) return formatDuration(value, language);
  if (figure === 'utilisation') return formatPercent(value, language);
  return Math.abs(value) >= 1000 ? formatCount(value, language) : formatNumber(value, language);
}
