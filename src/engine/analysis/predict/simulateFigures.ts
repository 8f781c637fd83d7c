import { Replications, type FigureInterval } from '#engine/analysis/figureIntervals';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { advance } from '#engine/runtime/advance';
import { planFlow } from '#engine/runtime/FlowPlan';
import { Simulation } from '#engine/runtime/Simulation';
import type { Task } from './Task';

/** How a flow is run to be compared with. */
export interface RunSettings {
  /** Runs with seeds counted on from that of the flow: the same for every variant of it, so that luck is the same. */
  readonly runs: number;
  /** A run that takes longer is broken off. */
  readonly maxSteps: number;
}

/** Four runs, of which none takes longer than some seconds. */
export const usualRuns: RunSettings = { runs: 4, maxSteps: 400_000 };

const portion = 4_000;

/** The mean figures of some runs of a flow, with their intervals of 95 %; `hear` is told of each that has ended, and
 * `meet` of each before it begins. One unit of progress is one run. */
export function* simulateFigures(
  doc: FlowDoc,
  kinds: ReadonlyMap<string, RunningKind>,
  { runs, maxSteps }: RunSettings,
  hear: (simulation: Simulation) => void = () => undefined,
  meet: (simulation: Simulation) => void = () => undefined,
): Task<readonly FigureInterval[]> {
  const replications = new Replications();
  for (let run = 0; run < runs; run += 1) {
    const simulation = new Simulation(planFlow({ ...doc, seed: (doc.seed + run) >>> 0 }, kinds));
    meet(simulation);
    let isGoing = true;
    while (isGoing && simulation.stepCount < maxSteps) {
      const end = Math.min(maxSteps, simulation.stepCount + portion);
      isGoing = advance(simulation, { step: end });
      yield { done: run, total: runs };
    }
    replications.add(simulation);
    hear(simulation);
  }
  return replications.intervals();
}
