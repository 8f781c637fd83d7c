import { advance, type Goal } from '#engine/runtime/advance';
import type { Simulation } from '#engine/runtime/Simulation';
import type { Io } from './Io';
import { ProgressLine } from './ProgressLine';

/** Steps between two looks at the clock. */
const chunk = 10_000;
const pauseMs = 50;

/** Where a run ends, besides where its flow says. */
export interface Ends {
  readonly maxSteps: number;
  /** Ends with the step that made this event; absent means never. */
  readonly maxEvents?: number;
}

/** `rest`: the flow's own end, or a limit of the engine. */
export type Outcome = 'rest' | 'steps' | 'events' | 'cancelled';

/** Who makes the steps of a run, when more shall happen with them than the run itself. */
export interface Stepper {
  /** Makes one step at least, and none beyond the goal; false when there is none left. */
  advance(goal: Goal): boolean;
  /** Called now and then between steps, and at the end. */
  rest(): Promise<void>;
}

/** Makes the steps of a run until it ends, shows progress (under a title) where somebody can see it, and lets Ctrl-C in. */
export async function driveRun(
  simulation: Simulation,
  { maxSteps, maxEvents = Infinity }: Ends,
  io: Io,
  stepper: Stepper = { advance: (goal) => advance(simulation, goal), rest: async () => {} },
  title = '',
): Promise<Outcome> {
  const progress = new ProgressLine(simulation, { maxSteps, maxEvents }, io, title);
  const interrupt = io.watchInterrupt();
  let pausedMs = io.nowMs();
  try {
    for (;;) {
      const outcome = makeSteps(simulation, maxSteps, maxEvents, stepper);
      await stepper.rest();
      if (outcome !== null) return outcome;
      const nowMs = io.nowMs();
      if (nowMs - pausedMs < pauseMs) continue;
      pausedMs = nowMs;
      await progress.show(nowMs);
      await io.pause();
      if (interrupt.isInterrupted()) return 'cancelled';
    }
  } finally {
    interrupt.stop();
    await progress.clear();
  }
}

/** Null when the chunk is over and the run is not. */
function makeSteps(
  simulation: Simulation,
  maxSteps: number,
  maxEvents: number,
  stepper: Stepper,
): Outcome | null {
  if (simulation.eventCount >= maxEvents) return 'events';
  const end = Math.min(maxSteps, simulation.stepCount + chunk);
  while (simulation.stepCount < end) {
    if (!stepper.advance({ step: end, events: maxEvents })) return 'rest';
    if (simulation.eventCount >= maxEvents) return 'events';
  }
  if (simulation.stepCount < maxSteps) return null;
  return simulation.nextTimeUs() === undefined ? 'rest' : 'steps';
}
