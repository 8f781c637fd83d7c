import type { PlayableEntry } from '#engine/runtime/Trace';
import { foldWindow } from './foldWindow';
import type { RunData } from './runData';

/** What changes when a step of the window is shown as having happened: at once, or seen to glide. */
export function withStep(
  { playhead, frame, window }: RunData,
  entry: PlayableEntry,
  isStill: boolean,
): Partial<RunData> {
  if (frame === null || window === null) return {};
  const landing = frame.flights.find(({ id }) => id === entry.flight) ?? null;
  return {
    playhead: { timeUs: entry.timeUs, step: entry.step },
    frame: foldWindow(window, entry.step, frame),
    settle: isStill ? 1 : 0,
    glide: isStill ? null : { fromUs: Math.min(playhead.timeUs, entry.timeUs), landing },
  };
}
