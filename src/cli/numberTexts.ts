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
