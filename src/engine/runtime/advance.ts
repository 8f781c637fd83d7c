import { runInCore } from './plain/runInCore';
import type { RunNotes } from './RunNotes';
import type { Simulation } from './Simulation';

/** How far a run is to go: no further than any of these says. */
export interface Goal {
  /** When there were so many steps in all. */
  readonly step: number;
  /** After a step at this time or later. */
  readonly timeUs?: number;
  /** Before the first step that is due later than this. */
  readonly throughUs?: number;
  /** After a step with which so many events have been made. */
  readonly events?: number;
}

/**
 * Makes steps until a goal is reached, one at least unless there are as many as it says. False when there is none left, or
 * when a limit of the run was reached. What comes of it is the same as of `step` again and again, and what is noted of
 * every step too; it is faster where the flow is plain and nobody looks at each step.
 */
export function advance(simulation: Simulation, goal: Goal, notes: RunNotes | null = null): boolean {
  const { step, timeUs = Infinity, throughUs = Infinity, events = Infinity } = goal;
  const isReached = () => simulation.nowUs >= timeUs || simulation.eventCount >= events;
  if (runInCore(simulation, goal, notes) && isReached()) return true;
  while (simulation.stepCount < step) {
    if (throughUs < Infinity && (simulation.nextTimeUs() ?? Infinity) > throughUs) return false;
    if (!simulation.step()) return false;
    notes?.noteStep(simulation);
    if (isReached()) return true;
  }
  return true;
}
