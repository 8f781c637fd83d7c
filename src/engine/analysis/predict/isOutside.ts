import type { MeanInterval } from '#engine/analysis/statistics/MeanInterval';
import type { PredictedFigure } from './Prediction';

/** Whether runs speak against a predicted figure: their interval does not hold it. Runs count whole microseconds. */
export function isOutside(
  { figure, value, tier }: PredictedFigure,
  interval: Pick<MeanInterval, 'low' | 'high'> | null,
): boolean {
  if (interval === null || tier === 'simulation') return false;
  const slack = Math.max(1e-9 * Math.abs(value), figure.endsWith('Us') ? 1 : 0);
  return value < interval.low - slack || value > interval.high + slack;
}
