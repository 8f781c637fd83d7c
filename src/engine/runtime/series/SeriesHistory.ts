import type { Simulation } from '../Simulation';
import { coarsened, SeriesReader, together, type SeriesSample } from './SeriesSample';

/** How many numbers all samples together may hold: they are kept as long as the run is. */
const mostNumbers = 2_000_000;
/** Numbers of a node in one sample: what adds up, and the bins of its durations, roughly. */
const numbersPerNode = 60;
const bounds = { least: 64, most: 512 };
const firstSpacingUs = 1_000;

/**
 * Samples along the whole run, from which its figures over time are read: exact sums between any two of them. They thin
 * out as the run grows, so that a run of any length takes the same memory.
 */
export class SeriesHistory {
  /** No sample is due before this time: what callers may compare with at each step. */
  dueUs: number;
  private readonly reader: SeriesReader;
  private samples: readonly SeriesSample[];
  private spacingUs: number;
  private readonly most: number;

  constructor(simulation: Simulation) {
    const { plan, untilUs } = simulation;
    const fitting = Math.floor(mostNumbers / (numbersPerNode * Math.max(1, plan.nodes.length)));
    this.most = Math.min(bounds.most, Math.max(bounds.least, fitting));
    this.spacingUs = untilUs === Infinity ? firstSpacingUs : Math.max(1, untilUs / this.most);
    this.reader = new SeriesReader(simulation);
    this.samples = [this.reader.read(0)];
    this.dueUs = this.spacingUs;
  }

  /** Keeps a sample of where the run stands. */
  note(simulation: Simulation): void {
    this.samples = [...this.samples, this.reader.read(simulation.nowUs)];
    if (this.samples.length > this.most + 1) {
      this.samples = coarsened(this.samples, 2);
      this.spacingUs *= 2;
    }
    this.dueUs = (Math.floor(simulation.nowUs / this.spacingUs) + 1) * this.spacingUs;
  }

  /** All samples, and one of where the run stands, at a time that is not before its last step. */
  upTo(timeUs: number): readonly SeriesSample[] {
    const now = this.reader.peek(timeUs);
    const [first, ...others] = this.samples;
    const last = others.at(-1);
    // Before any time has passed there is no stretch to tell of.
    if (last === undefined) return (first?.timeUs ?? 0) < timeUs ? [...this.samples, now] : this.samples;
    // What has come since the last sample is no stretch of its own when it is short: a moment has no rate.
    if (timeUs - last.timeUs >= this.spacingUs / 2) return [...this.samples, now];
    return [...this.samples.slice(0, -1), together(last, now)];
  }
}
