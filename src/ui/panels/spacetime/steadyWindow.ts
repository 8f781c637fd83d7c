import type { TraceWindow } from '#engine/runtime/Trace';
import { knowsEnd } from '#ui/store/endOfRun';
import { lastStepOf, timeOf } from '#ui/store/foldWindow';
import type { RunData } from '#ui/store/runData';
import type { LaneView } from './laneView';

/** A drawing is made anew when at least so much more of its width is known. */
const worthwhile = 1 / 10;

/**
 * A selector for the window of the run that keeps giving the same one as long as a newer one would show
 * hardly more of the view: entries arrive many times a second, and drawing them all costs time.
 */
export function steadyWindow({ fromUs, spanUs }: LaneView): (data: RunData) => TraceWindow | null {
  let kept: TraceWindow | null = null;
  let covered = { key: '', fromUs: 0, toUs: 0 };
  return (data) => {
    const { window } = data;
    if (window === null || window === kept) return window;
    const next = {
      key: `${data.generation} ${knowsEnd(data)}`,
      fromUs: Math.max(fromUs, window.start.step === 0 ? fromUs : window.start.timeUs),
      toUs: Math.min(fromUs + spanUs, timeOf(window, lastStepOf(window))),
    };
    const gained = Math.abs(next.fromUs - covered.fromUs) + Math.abs(next.toUs - covered.toUs);
    const isWhole = next.toUs === fromUs + spanUs || next.fromUs === fromUs;
    const isFuller =
      gained >= worthwhile * spanUs ||
      (next.fromUs < covered.fromUs && isWhole) ||
      (gained > 0 && next.toUs === fromUs + spanUs);
    if (kept !== null && next.key === covered.key && !isFuller) return kept;
    kept = window;
    covered = next;
    return window;
  };
}
