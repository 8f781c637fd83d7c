import { Density } from './Density';
import type { Simulation } from './Simulation';

/** What is noted of every step of a run while it is computed: how many there are when, and whether time goes on. */
export class StepTimes {
  readonly density: Density;
  /** The first step at the instant at which the run stands; 0 before any time has passed. */
  instantStep = 0;
  private instantUs: number;

  /** Before the first step. */
  constructor({ nowUs, untilUs }: Simulation) {
    this.density = new Density(untilUs);
    this.instantUs = nowUs;
  }

  /** A step was made. */
  note({ nowUs, stepCount }: Simulation): void {
    this.density.add(nowUs);
    this.noteInstant(nowUs, stepCount);
  }

  /** A step was made at a time, perhaps the first then. */
  noteInstant(timeUs: number, step: number): void {
    if (timeUs <= this.instantUs) return;
    this.instantUs = timeUs;
    this.instantStep = step;
  }
}
