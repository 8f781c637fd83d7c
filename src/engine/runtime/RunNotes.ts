import { Density } from './Density';
import { LaneHistory } from './lanes/LaneHistory';
import { SeriesHistory } from './series/SeriesHistory';
import type { Simulation } from './Simulation';

/** What is noted of a run while it is computed, in flat memory: for pictures of all of it. */
export class RunNotes {
  readonly density: Density;
  readonly lanes: LaneHistory;
  readonly series: SeriesHistory;

  /** Before the first step. */
  constructor(simulation: Simulation) {
    this.density = new Density(simulation.untilUs);
    this.lanes = new LaneHistory(simulation.plan.nodes.length, simulation.untilUs);
    this.series = new SeriesHistory(simulation);
  }

  /** A step was made. */
  note(simulation: Simulation): void {
    const { density, lanes, series } = this;
    const { nowUs } = simulation;
    density.add(nowUs);
    if (nowUs >= lanes.dueUs) lanes.note(simulation);
    if (nowUs >= series.dueUs) series.note(simulation);
  }
}
