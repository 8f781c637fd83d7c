/** How sure a mean is: with the stated confidence the true one lies from `low` to `high`. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** On how many independent (or nearly independent) values it rests. */
  readonly count: number;
}

/** The confidence of every interval that is not told otherwise. */
export const usualConfidence = 0.95;
