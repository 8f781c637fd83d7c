import type { Simulation } from '../Simulation';
import { sampleLanes, type LaneSample } from './LaneSamples';

/** How many numbers all samples together may hold: they are kept as long as the run is. */
const mostNumbers = 600_000;
const bounds = { least: 64, most: 1_024 };

/** Samples along the whole run, for a picture of all of it; they thin out as the run grows. */
export class LaneHistory {
  /** No sample is due before this time: what callers may compare with at each step. */
  dueUs = 0;
  private samples: LaneSample[] = [];
  private spacingUs: number;
  private readonly most: number;

  /** `untilUs` may be infinite. */
  constructor(nodes: number, untilUs: number) {
    const fitting = Math.floor(mostNumbers / Math.max(1, 3 * nodes));
    this.most = Math.min(bounds.most, Math.max(bounds.least, fitting));
    this.spacingUs = untilUs === Infinity ? 1_000 : Math.max(1, untilUs / this.most);
  }

  /** Keeps a sample of where the run stands. */
  note(simulation: Simulation): void {
    this.samples.push(sampleLanes(simulation, simulation.nowUs));
    if (this.samples.length > this.most) {
      this.samples = this.samples.filter((_, index) => index % 2 === 0);
      this.spacingUs *= 2;
    }
    this.dueUs = simulation.nowUs + this.spacingUs;
  }

  /** All samples, and one of where the run stands now. */
  upTo(simulation: Simulation): readonly LaneSample[] {
    return [...this.samples, sampleLanes(simulation, simulation.nowUs)];
  }
}
