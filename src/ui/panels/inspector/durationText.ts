/** Units in milliseconds, longest first; the names a person may type, the first of which is written. */
const units: readonly { readonly ms: number; readonly names: readonly string[] }[] = [
  { ms: 86_400_000, names: ['d', 'day', 'days', '天'] },
  { ms: 3_600_000, names: ['h', 'hour', 'hours', '小时', '时'] },
  { ms: 60_000, names: ['min', 'm', 'minute', 'minutes', '分钟', '分'] },
  { ms: 1000, names: ['s', 'sec', 'second', 'seconds', '秒'] },
  { ms: 1, names: ['ms', 'millisecond', 'milliseconds', '毫秒'] },
  { ms: 0.001, names: ['µs', 'us', 'μs', 'microsecond', 'microseconds', '微秒'] },
];

/** Milliseconds from a text such as `1.5 s`, `200ms`, `2 min` or `1 min 30 s`; a bare number is milliseconds. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  const bare = readNumber(trimmed);
  if (bare !== null) return bare;
  const parts = [...trimmed.matchAll(/([\d.,]+(?:e[+-]?\d+)?)\s*([^\d\s.,]+)\s*/gy)];
  const isWhole = parts.map((part) => part[0]).join('') === trimmed;
  if (parts.length === 0 || !isWhole) return null;
  let sum = 0;
  for (const [, digits = '', name = ''] of parts) {
    const unit = units.find(({ names }) => names.includes(name));
    const number = readNumber(digits);
    if (unit === undefined || number === null) return null;
    sum += scale(number, unit.ms);
  }
  return sum;
}

/** A duration in the largest unit that says it exactly in at most three decimals, else in milliseconds. */
export function durationText(ms: number): string {
  if (ms === 0) return '0 ms';
  for (const unit of units) {
    const count = Number((ms / unit.ms).toFixed(3));
    if (count >= 1 && scale(count, unit.ms) === ms) return `${String(count)} ${unit.names[0] ?? ''}`;
  }
  return `${String(ms)} ms`;
}

/** What one step of an arrow key means: about a tenth of the value, in round numbers. */
export function durationStep(ms: number): number {
  if (ms < 10) return 1;
  return 10 ** (Math.floor(Math.log10(ms)) - 1);
}

/** Division for the small unit: 0.05 · 0.001 is not the double that 0.05 / 1000 is, and people type the latter. */
function scale(number: number, ms: number): number {
  return ms < 1 ? number / 1000 : number * ms;
}

function readNumber(text: string): number | null {
  if (!/^(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/.test(text)) return null;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
