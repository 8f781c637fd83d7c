import { Density } from './Density';
import { LaneHistory } from './lanes/LaneHistory';
import { SeriesHistory } from './series/SeriesHistory';
import type { Simulation } from './Simulation';

/** What is noted of a run while it is computed, in flat memory: for pictures of all of it, and to see that it goes on. */
export class RunNotes {
  readonly density: Density;
  readonly lanes: LaneHistory;
  readonly series: SeriesHistory;
  /** The first step at the instant at which the run stands; 0 before the first. */
  instantStep = 0;
  private instantUs: number;

  /** Before the first step. */
  constructor(simulation: Simulation) {
    this.density = new Density(simulation.untilUs);
    this.lanes = new LaneHistory(simulation.plan.nodes.length, simulation.untilUs);
    this.series = new SeriesHistory(simulation);
    this.instantUs = simulation.nowUs;
  }

  /** A step was made. */
  noteStep({ nowUs, stepCount }: Simulation): void {
    this.density.add(nowUs);
    this.noteInstant(nowUs, stepCount);
  }

  /** A step was made at a time, perhaps the first then. */
  noteInstant(timeUs: number, step: number): void {
    if (timeUs <= this.instantUs) return;
    this.instantUs = timeUs;
    this.instantStep = step;
  }

  /** When a step comes after which there is more to note. */
  get dueUs(): number {
    return Math.min(this.lanes.dueUs, this.series.dueUs);
  }

  noteDue(simulation: Simulation): void {
    const { lanes, series } = this;
    const { nowUs } = simulation;
    if (nowUs >= lanes.dueUs) lanes.note(simulation);
    if (nowUs >= series.dueUs) series.note(simulation);
  }
}
