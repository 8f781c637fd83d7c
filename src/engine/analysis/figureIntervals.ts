import { timeOf } from '#engine/runtime/report';
import type { Simulation } from '#engine/runtime/Simulation';
import { hasHappened, meanFigures, sumsOf, type MeanFigure } from './meanFigures';
import type { RunWindows } from './RunWindows';
import { batchMeans, type TooLittle } from './statistics/batchMeans';
import { intervalOfMeans } from './statistics/intervalOfMeans';
import type { MeanInterval } from './statistics/MeanInterval';

/** The interval of one mean figure, or why there is none. */
export interface FigureInterval extends Pick<MeanFigure, 'of' | 'id' | 'figure'> {
  readonly interval: MeanInterval | null;
  readonly missing: TooLittle | null;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Intervals of all mean figures from one long run. Figures about what never happened are left out. */
export function intervalsOfRun(windows: RunWindows): readonly FigureInterval[] {
  return windows.figures.flatMap((figure, index): readonly FigureInterval[] => {
    const series = windows.series(index);
    if (!hasHappened(figure, sum(series.top), sum(series.bottom))) return [];
    const found = batchMeans(series);
    const isMissing = typeof found === 'string';
    return [nameOf(figure, isMissing ? null : found, isMissing ? found : null)];
  });
}

/** The mean figures of several runs of one flow that differ in their seeds. */
export class Replications {
  #figures: readonly MeanFigure[] = [];
  readonly #values: number[][] = [];
  readonly #happened = new Set<number>();

  /** Takes in a run that has ended. */
  add(simulation: Simulation): void {
    this.#figures = meanFigures(simulation);
    const timeUs = timeOf(simulation);
    this.#figures.forEach((figure, index) => {
      const [top, bottom] = sumsOf(figure, simulation, timeUs);
      if (hasHappened(figure, top, bottom)) this.#happened.add(index);
      const values = (this.#values[index] ??= []);
      if (bottom > 0) values.push(top / bottom);
    });
  }

  /** Intervals of all mean figures; those about what happened in no run are left out. */
  intervals(): readonly FigureInterval[] {
    return this.#figures.flatMap((figure, index) => {
      if (!this.#happened.has(index)) return [];
      const interval = intervalOfMeans(this.#values[index] ?? []);
      return [nameOf(figure, interval, interval === null ? 'too-short' : null)];
    });
  }
}

function nameOf(
  { of, id, figure }: MeanFigure,
  interval: MeanInterval | null,
  missing: TooLittle | null,
): FigureInterval {
  return { of, id, figure, interval: interval === null ? null : possible(interval, figure), missing };
}

/**
 * The part of an interval in which a figure can lie: none is negative, and a utilisation is no more than 1. What is cut off cannot
 * hold the true mean, so that the rest covers it as often (Casella and Berger, "Statistical Inference", § 9.2: a confidence
 * set is one of the parameter space).
 */
function possible({ mean, low, high, count }: MeanInterval, figure: string): MeanInterval {
  const most = figure === 'utilisation' ? 1 : Infinity;
  return { mean, low: Math.min(most, Math.max(0, low)), high: Math.min(most, high), count };
}
