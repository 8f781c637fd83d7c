import type { Place } from '#engine/runtime/Trace';
import type { Playhead, RunData } from './runData';
import { lastStepOf } from './foldWindow';

/** Where the run ends, or null as long as that is not known. A run up to its horizon ends at the horizon. */
export function endOfRun({ doc, summary, isComplete }: RunData): Playhead | null {
  if (!isComplete || summary === null) return null;
  const horizonUs = summary.status === 'horizon' ? doc.untilMs * 1000 : 0;
  return { step: summary.steps, timeUs: Math.max(summary.timeUs, horizonUs) };
}

/** Whether the playhead stands at the end of the run. */
export function isAtEnd(data: RunData): boolean {
  const end = endOfRun(data);
  return end !== null && data.playhead.step >= end.step && data.playhead.timeUs >= end.timeUs;
}

/** Whether the window reaches to the end of the run. */
export function knowsEnd(data: RunData): boolean {
  const end = endOfRun(data);
  return end !== null && data.window !== null && lastStepOf(data.window) >= end.step;
}

/** The end of the run, or of what is computed of it so far. */
export function newestOf(data: RunData): Place {
  return { timeUs: endOfRun(data)?.timeUs ?? data.summary?.timeUs ?? 0 };
}
