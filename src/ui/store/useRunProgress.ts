import type { RunData } from './runData';
import { useRun } from './runStore';

/** So many times is asked again for what grows while a run is computed; of one without an end, whenever it is a fifth longer. */
const parts = 20;

/** A number that changes now and then while the run is computed, and once more when it is complete. */
export function useRunProgress(): number {
  return useRun(progressOf);
}

function progressOf({ doc, isComplete, summary }: RunData): number {
  if (isComplete) return -1;
  const knownUs = summary?.timeUs ?? 0;
  if (doc.untilMs > 0) return Math.floor((knownUs / (doc.untilMs * 1000)) * parts);
  return Math.floor(Math.log(Math.max(1, knownUs)) / Math.log(1.2));
}
