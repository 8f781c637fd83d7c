import { createDraft, type EntryDraft } from '../EntryDraft';
import type { FlowPlan } from '../FlowPlan';
import { Simulation } from '../Simulation';

/** Goes through all steps of a run once, beside it, in portions: for what has to be looked for everywhere. */
export class Scan {
  private readonly simulation: Simulation;

  constructor(plan: FlowPlan) {
    this.simulation = new Simulation(plan);
  }

  /** Steps up to this one were visited. */
  get step(): number {
    return this.simulation.stepCount;
  }

  /** Visits at most so many further steps, none beyond the last one given. */
  advance(budget: number, lastStep: number, visit: (draft: EntryDraft) => void): void {
    const { simulation } = this;
    const end = Math.min(lastStep, simulation.stepCount + budget);
    while (simulation.stepCount < end) {
      const draft = createDraft();
      simulation.draft = draft;
      const isMade = simulation.step();
      simulation.draft = null;
      if (!isMade) return;
      visit(draft);
    }
  }
}
