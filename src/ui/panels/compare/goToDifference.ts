import { useRun } from '#ui/store/runStore';
import type { RunDifference } from '#ui/store/useDifference';

/** Goes to the first step that is not the same in both runs; where the run has ended before, to its end. */
export function goToDifference({ step, own }: NonNullable<RunDifference['first']>): void {
  useRun.getState().pause();
  useRun.getState().seek({ step: own === null ? step - 1 : step });
}
