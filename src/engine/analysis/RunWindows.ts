import type { Notes } from '#engine/runtime/advance';
import { timeOf } from '#engine/runtime/report';
import type { Simulation } from '#engine/runtime/Simulation';
import { meanFigures, sumsOf, type MeanFigure } from './meanFigures';
import type { RatioSeries } from './statistics/RatioSeries';

/** Numbers that the windows of one run may take: a large flow gets fewer windows. */
const mostNumbers = 4_000_000;
const mostWindows = 1024;
const fewestWindows = 128;
const firstWidthUs = 1000;

/**
 * Cuts a run of unknown length into windows of time while it goes on, with flat memory: when there are too many, every
 * second boundary goes and windows become twice as wide. A boundary lies at the first step after its time.
 */
export class RunWindows implements Notes {
  readonly figures: readonly MeanFigure[];
  dueUs = firstWidthUs;
  readonly #simulation: Simulation;
  readonly #most: number;
  #widthUs = firstWidthUs;
  /** The sums of every figure at each boundary, top and bottom in turn; the first boundary is the start. */
  #boundaries: { readonly timeUs: number; readonly sums: Float64Array }[];

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.figures = meanFigures(simulation);
    const room = Math.floor(mostNumbers / Math.max(1, 2 * this.figures.length));
    this.#most = Math.min(mostWindows, Math.max(fewestWindows, room));
    this.#boundaries = [{ timeUs: 0, sums: new Float64Array(2 * this.figures.length) }];
  }

  /** Sets a boundary here. */
  note(): void {
    const timeUs = this.#simulation.nowUs;
    this.#boundaries.push({ timeUs, sums: this.#read(timeUs) });
    if (this.#boundaries.length > this.#most) this.#thin(timeUs);
    this.dueUs = timeUs + this.#widthUs;
  }

  /** What a figure grew by in each window up to now. */
  series(figure: number): RatioSeries {
    const timeUs = timeOf(this.#simulation);
    const last = this.#boundaries.at(-1);
    const ends = last !== undefined && last.timeUs < timeUs ? [{ timeUs, sums: this.#read(timeUs) }] : [];
    const sums = [...this.#boundaries, ...ends].map((boundary) => boundary.sums);
    const growth = (place: number) =>
      sums.slice(1).map((one, index) => (one[place] ?? 0) - (sums[index]?.[place] ?? 0));
    return { top: growth(2 * figure), bottom: growth(2 * figure + 1) };
  }

  #read(timeUs: number): Float64Array {
    const sums = new Float64Array(2 * this.figures.length);
    this.figures.forEach((figure, index) => sums.set(sumsOf(figure, this.#simulation, timeUs), 2 * index));
    return sums;
  }

  /** At least twice as wide; wide enough for half of the windows when little happens. */
  #thin(timeUs: number): void {
    this.#widthUs = Math.max(2 * this.#widthUs, timeUs / (this.#most / 2));
    let keptUs = -Infinity;
    this.#boundaries = this.#boundaries.filter((boundary) => {
      const isKept = boundary.timeUs - keptUs >= this.#widthUs;
      if (isKept) keptUs = boundary.timeUs;
      return isKept;
    });
  }
}
