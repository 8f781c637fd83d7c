import { stepAt, timeOf } from './foldWindow';
import type { RunData } from './runData';
import type { Barrier } from './StopLine';

/** Where playing comes to a halt. */
export interface Halt {
  readonly step: number;
  readonly timeUs: number;
  /** Whether somebody wants it to stop there; otherwise nobody has looked yet for stops beyond. */
  readonly isStop: boolean;
}

/** What keeps playing from a time: a step to stop at, or one behind which nobody has looked for stops yet. */
export function haltBefore(
  { window, playhead }: RunData,
  barrier: Barrier | null,
  timeUs: number,
): Halt | null {
  if (barrier === null || window === null) return null;
  const isStop = barrier.step !== null;
  const step = Math.max(playhead.step, barrier.step ?? barrier.upTo);
  const goalStep = stepAt(window, timeUs);
  if (isStop ? step > goalStep : step >= goalStep) return null;
  return { step, timeUs: Math.max(playhead.timeUs, timeOf(window, step)), isStop };
}
