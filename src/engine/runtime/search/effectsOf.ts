import { recordStep } from '../frames';
import type { Simulation } from '../Simulation';

/** How far effects are looked for; what takes longer is not found, which the answer says. */
const mostSteps = 20_000;
const lookEvery = 64;

/** The steps that a step has caused, in order. */
export interface Effects {
  readonly steps: readonly number[];
  /** Whether there are no others. */
  readonly isComplete: boolean;
}

/** What the messages led to that were sent by the step after which the simulation stands; it goes on from there. */
export function effectsOf(simulation: Simulation, lastStep: number): Effects {
  const step = simulation.stepCount;
  const steps: number[] = [];
  for (let made = 0; made < mostSteps && simulation.stepCount < lastStep; made += 1) {
    if (made % lookEvery === 0 && !isAwaited(simulation, step)) return { steps, isComplete: true };
    const entry = recordStep(simulation);
    if (entry === null) break;
    if (entry.cause === step) steps.push(entry.step);
  }
  return { steps, isComplete: !isAwaited(simulation, step) };
}

function isAwaited({ pending }: Simulation, step: number): boolean {
  return pending.entries().some(({ item }) => item.cause === step);
}
