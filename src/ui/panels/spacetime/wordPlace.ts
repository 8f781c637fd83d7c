/**
 * Where a word that takes `needed` pixels begins between `from` and `to`, so that it keeps `away` from each of the
 * `spots`, which are in order; null where no gap is wide enough.
 */
export function wordPlace(
  spots: readonly number[],
  from: number,
  to: number,
  needed: number,
  away: number,
): number | null {
  let start = from;
  for (const spot of spots) {
    if (spot + away <= start) continue;
    if (spot - away >= start + needed) break;
    start = spot + away;
  }
  return start + needed <= to ? start : null;
}
