import type { RunData } from './runData';

/** Whether the rest of the run is being computed in the background. */
export function isComputing({ summary, isComplete, isHeld }: RunData): boolean {
  return summary !== null && summary.status === 'running' && !isComplete && !isHeld;
}
