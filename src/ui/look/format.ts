/** Language tag as `Intl` takes it. */
export type FormatLanguage = string;

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Thin enough to read as one word, and never broken at the end of a line. */
const gap = '\u00a0';

function numberOf(value: number, least: number, most: number, language: FormatLanguage): string {
  const key = `${language} ${least} ${most}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

/** A whole number with the grouping of the language: `8,577`. Infinity is `∞`. */
export function formatCount(value: number, language: FormatLanguage): string {
  return Number.isFinite(value) ? numberOf(value, 0, 0, language) : '∞';
}

/** A number with at most two decimals. */
export function formatNumber(value: number, language: FormatLanguage): string {
  return Number.isFinite(value) ? numberOf(value, 0, 2, language) : '∞';
}

/** A share between 0 and 1: `8 %`, and `8%` in Chinese, which sets the sign against the number (GB/T 15835). */
export function formatPercent(share: number, language: FormatLanguage): string {
  const percent = share * 100;
  const between = language.startsWith('zh') ? '' : gap;
  return `${numberOf(percent, 0, Math.abs(percent) < 10 ? 1 : 0, language)}${between}%`;
}

/** A length of virtual time given in microseconds, with about three digits: `55 ms`, `1.64 s`, `2 min 5 s`. */
export function formatDuration(us: number, language: FormatLanguage): string {
  if (!Number.isFinite(us)) return '∞';
  if (us < 0) return `−${formatDuration(-us, language)}`;
  if (us < 999.5 * 1000) return milliseconds(us / 1000, language);
  if (us < 59.95e6) return seconds(us / 1e6, language);
  const steps = [
    { unit: 'min', size: 60, part: 's', partSize: 1, limit: 3600 },
    { unit: 'h', size: 3600, part: 'min', partSize: 60, limit: 86_400 },
    { unit: 'd', size: 86_400, part: 'h', partSize: 3600, limit: Infinity },
  ];
  for (const { unit, size, part, partSize, limit } of steps) {
    const rounded = Math.round(us / 1e6 / partSize) * partSize;
    if (rounded >= limit) continue;
    const rest = Math.round((rounded % size) / partSize);
    const whole = `${formatCount(Math.floor(rounded / size), language)}${gap}${unit}`;
    return rest === 0 ? whole : `${whole} ${rest}${gap}${part}`;
  }
  return '∞';
}

function milliseconds(ms: number, language: FormatLanguage): string {
  const decimals = ms === 0 || ms >= 9.95 ? 0 : ms >= 0.995 ? 1 : 2;
  return `${numberOf(ms, 0, decimals, language)}${gap}ms`;
}

function seconds(s: number, language: FormatLanguage): string {
  const decimals = s < 9.995 ? 2 : 1;
  return `${numberOf(s, Math.min(1, decimals), decimals, language)}${gap}s`;
}

/** A point in virtual time, with the milliseconds that are over, so that its width stays: `12.840 s`. */
export function formatClock(us: number, language: FormatLanguage): string {
  return `${numberOf(Math.floor(us / 1000) / 1000, 3, 3, language)}${gap}s`;
}

/** How often something happens: `18.2 /s`, or per minute, hour or day when that reads better. */
export function formatRate(perSecond: number, language: FormatLanguage): string {
  if (perSecond === 0) return `0${gap}/s`;
  const scales = [
    { unit: 's', factor: 1 },
    { unit: 'min', factor: 60 },
    { unit: 'h', factor: 3600 },
    { unit: 'd', factor: 86_400 },
  ];
  const fits = scales.find(({ factor }) => perSecond * factor >= 0.1) ?? { unit: 'd', factor: 86_400 };
  const value = perSecond * fits.factor;
  const decimals = value >= 100 ? 0 : value >= 1 ? 1 : 2;
  return `${numberOf(value, decimals, decimals, language)}${gap}/${fits.unit}`;
}
