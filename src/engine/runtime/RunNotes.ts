import type { Notes } from './advance';
import { LaneHistory } from './lanes/LaneHistory';
import { StepTimes } from './StepTimes';
import { SeriesHistory } from './series/SeriesHistory';
import type { Simulation } from './Simulation';

/** What is noted of a run while it is computed, in flat memory: for pictures of all of it. */
export class RunNotes implements Notes {
  readonly times: StepTimes;
  readonly lanes: LaneHistory;
  readonly series: SeriesHistory;

  /** Before the first step. */
  constructor(simulation: Simulation) {
    this.times = new StepTimes(simulation);
    this.lanes = new LaneHistory(simulation.plan.nodes.length, simulation.untilUs);
    this.series = new SeriesHistory(simulation);
  }

  get dueUs(): number {
    return Math.min(this.lanes.dueUs, this.series.dueUs);
  }

  note(simulation: Simulation): void {
    const { lanes, series } = this;
    const { nowUs } = simulation;
    if (nowUs >= lanes.dueUs) lanes.note(simulation);
    if (nowUs >= series.dueUs) series.note(simulation);
  }
}
