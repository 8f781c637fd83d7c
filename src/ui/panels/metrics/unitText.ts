import { formatDuration, formatNumber, formatPercent, formatRate } from '#ui/look/format';
import type { Unit } from './chartsOf';

/** A value as people read it. */
export function unitText(value: number, unit: Unit, language: string): string {
  switch (unit) {
    case 'rate':
      return formatRate(value, language);
    case 'share':
      return formatPercent(value, language);
    case 'count':
      return formatNumber(value, language);
    case 'time':
      return formatDuration(value, language);
  }
}
