import type { StepTimes } from './StepTimes';
import { runInCore } from './plain/runInCore';
import type { Simulation } from './Simulation';

/** How far a run is to go: no further than any of these says. */
export interface Goal {
  /** When there were so many steps in all. */
  readonly step: number;
  /** Before the first step that is due later than this. */
  readonly throughUs?: number;
  /** After a step with which so many events have been made. */
  readonly events?: number;
}

/** Who notes down something of a run that goes on. */
export interface Notes {
  /** After the first step at this time or later there is something to note. */
  readonly dueUs: number;
  /** Looks at what was measured and counted up to now, and at nothing else. */
  note(simulation: Simulation): void;
  /** Hears of every step; absent where nobody wants to. */
  readonly times?: StepTimes;
}

/**
 * Makes steps until a goal is reached, one at least unless there are as many as it says. False when there is none left, or
 * when a limit of the run was reached. What comes of it is the same as of `step` again and again; it is faster where
 * the flow is plain and nobody looks at each step.
 */
export function advance(simulation: Simulation, goal: Goal, notes: Notes | null = null): boolean {
  const { step, throughUs = Infinity, events = Infinity } = goal;
  if (runInCore(simulation, goal, notes) && simulation.eventCount >= events) return true;
  while (simulation.stepCount < step) {
    if (throughUs < Infinity && (simulation.nextTimeUs() ?? Infinity) > throughUs) return false;
    if (!simulation.step()) return false;
    if (notes !== null) noteStep(simulation, notes);
    if (simulation.eventCount >= events) return true;
  }
  return true;
}

function noteStep(simulation: Simulation, notes: Notes): void {
  notes.times?.note(simulation);
  if (simulation.nowUs >= notes.dueUs) notes.note(simulation);
}
