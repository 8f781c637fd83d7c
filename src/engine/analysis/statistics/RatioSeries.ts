/**
 * What a figure grew by in each of many windows of one run. The figure is the ratio of the sums: a mean wait is
 * waiting time over events, a throughput events over time, a mean queue its area over time.
 */
export interface RatioSeries {
  readonly top: readonly number[];
  /** As many as in `top`; what is counted or measured in the denominator, never negative. */
  readonly bottom: readonly number[];
}

/** The ratio of the sums from a window on; null when nothing is below. */
export function ratioFrom({ top, bottom }: RatioSeries, first: number): number | null {
  let above = 0;
  let below = 0;
  for (let index = first; index < top.length; index += 1) {
    above += top[index] ?? 0;
    below += bottom[index] ?? 0;
  }
  return below > 0 ? above / below : null;
}

/**
 * By how much each window from `first` on pulls the ratio up or down: the linear part of what it does (the usual
 * ratio estimator, Law § 9.5.3), in units of the ratio. The mean of these is 0.
 */
export function pullsFrom({ top, bottom }: RatioSeries, first: number, ratio: number): readonly number[] {
  const count = top.length - first;
  let below = 0;
  for (let index = first; index < bottom.length; index += 1) below += bottom[index] ?? 0;
  const scale = count / below;
  return Array.from({ length: count }, (_, index) => {
    return ((top[first + index] ?? 0) - ratio * (bottom[first + index] ?? 0)) * scale;
  });
}
