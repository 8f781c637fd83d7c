import type { Place } from '#engine/runtime/Trace';
import { entryOf } from './foldWindow';
import type { RunData } from './runData';

/** Where a compared run stands beside that of the document. */
export interface BesidePlace {
  readonly place: Place;
  /** The step to stand at instead, if the compared run makes it at this very time; null for none. */
  readonly insteadAt: { readonly step: number; readonly timeUs: number } | null;
}

/**
 * Up to the last common step a compared run stands at the same step, for several steps may share one time. From there on
 * it stands at the same time, or in the midst of the steps of one time at the step of the same number.
 */
export function placeBeside(
  { playhead, window, isPlaying }: Pick<RunData, 'playhead' | 'window' | 'isPlaying'>,
  sameUntil: number,
): BesidePlace {
  const { step, timeUs } = playhead;
  if (isPlaying) return { place: { timeUs }, insteadAt: null };
  if (step <= sameUntil) return { place: { step }, insteadAt: null };
  const nextUs = window === null ? undefined : entryOf(window, step + 1)?.timeUs;
  return { place: { timeUs }, insteadAt: nextUs === timeUs ? { step, timeUs } : null };
}
