import type { RunData } from '#ui/store/runData';
import { endOfRun } from '#ui/store/endOfRun';

/** How long the whole run is, in microseconds, as far as it is known; at least a millisecond. */
export function runSpan(data: RunData): number {
  const known = endOfRun(data)?.timeUs ?? Math.max(data.doc.untilMs * 1000, data.summary?.timeUs ?? 0);
  return Math.max(known, data.playhead.timeUs, 1000);
}
