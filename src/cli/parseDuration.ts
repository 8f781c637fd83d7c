const unitMs: ReadonlyMap<string, number> = new Map([
  ['us', 0.001],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/**
 * Milliseconds of a duration as people write it: `500ms`, `10s`, `2h`, `1m30s`, or a plain number of
 * milliseconds. Null when it is none.
 */
export function parseDuration(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (!/^(\d+(\.\d+)?(us|ms|s|m|h|d))+$/.test(text)) return null;
  let totalMs = 0;
  for (const [, amount, , unit] of text.matchAll(/(\d+(\.\d+)?)(us|ms|s|m|h|d)/g)) {
    totalMs += Number(amount) * (unitMs.get(unit ?? '') ?? 0);
  }
  return totalMs;
}
