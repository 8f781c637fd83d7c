import type { SweepPoint } from '#engine/analysis/predict/sweep';

/** Where nothing is more than 0, the axis goes up to one of what people count in: a millisecond, or one. */
const oneOf = (figure: string) => (figure.endsWith('Us') ? 1000 : 1);

/** High enough for all that has an end; a line without end in a run would make everything else flat. */
export function sweepTop(
  points: readonly Pick<SweepPoint, 'predicted' | 'isOverloaded' | 'simulated'>[],
  figure: string,
): number {
  const settled = points.filter(({ isOverloaded }) => !isOverloaded);
  const shown = settled.length > 0 ? settled : points;
  const heights = shown.flatMap(({ predicted, simulated }) => [predicted?.value ?? 0, simulated?.high ?? 0]);
  return Math.max(...heights, 0) * 1.1 || oneOf(figure);
}
