/** Bounds of the setting in the field table of what replays logs. */
export const scaleMin = 0.001;
export const scaleMax = 1e9;

/** How many times faster a log of this length is played to take the wanted time. */
export function scaleFor(durationMs: number, wantedMs: number): number {
  if (durationMs === 0) return 1;
  const exact = durationMs / wantedMs;
  return Math.min(scaleMax, Math.max(scaleMin, Number(exact.toPrecision(6))));
}
