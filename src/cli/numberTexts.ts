/** A number to four significant digits, and never fewer than its whole part. */
export function plain(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1000) return grouped(value);
  const text = Number(value.toPrecision(4));
  return size !== 0 && size < 0.0001 ? text.toExponential() : String(text);
}

/** A whole number with its thousands set apart. */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en');
}

export function milliseconds(us: number): string {
  return plain(us / 1000);
}

export function seconds(us: number): string {
  return plain(us / 1e6);
}

export function perCent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

const spans = [
  ['d', 86_400_000_000],
  ['h', 3_600_000_000],
  ['min', 60_000_000],
  ['s', 1_000_000],
] as const;

/** A time in the largest unit that it fills, milliseconds at least: recorded logs have days where runs have milliseconds. */
export function duration(us: number): string {
  const [unit, length] = spans.find(([, least]) => us >= least) ?? ['ms', 1000];
  return `${Number((us / length).toPrecision(3))} ${unit}`;
}
