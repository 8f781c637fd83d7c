import { measure } from '#engine/model/measures';
import type { Simulation } from '../Simulation';
import { addedUp, quantileOfBins, type Bins } from '../timeBins';
import type { TimeFigures } from '../Trace';
import type { Spread, TimeFigure } from './SeriesWindow';

/** How durations spread that a simulation has measured so far. */
export function spreadOf({ metrics, plan }: Simulation, figure: TimeFigure): Spread {
  if (figure.what !== 'lifetime') {
    const { node } = figure;
    const what = measure[figure.what];
    return { figures: metrics.figures(node, what), bins: metrics.binsOf(node, what) };
  }
  if (figure.type >= 0) {
    return { figures: metrics.typeFigures(figure.type), bins: metrics.typeBinsOf(figure.type) };
  }
  const types = plan.doc.eventTypes.map((_, type) => type);
  const bins = addedUp(types.map((type) => metrics.typeBinsOf(type)));
  return {
    figures: figuresTogether(
      types.map((type) => metrics.typeFigures(type)),
      bins,
    ),
    bins,
  };
}

function figuresTogether(parts: readonly (TimeFigures | null)[], bins: Bins): TimeFigures | null {
  const some = parts.filter((part) => part !== null);
  if (some.length === 0) return null;
  const count = some.reduce((sum, part) => sum + part.count, 0);
  const longestUs = Math.max(...some.map((part) => part.longestUs));
  const quantile = (share: number) => Math.min(quantileOfBins(bins, share) ?? 0, longestUs);
  return {
    count,
    meanUs: some.reduce((sum, part) => sum + part.meanUs * part.count, 0) / count,
    p50Us: quantile(0.5),
    p95Us: quantile(0.95),
    p99Us: quantile(0.99),
    longestUs,
  };
}
