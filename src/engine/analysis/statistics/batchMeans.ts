import { usualConfidence, type MeanInterval } from './MeanInterval';
import { momentsOf } from './Moments';
import { pullsFrom, ratioFrom, type RatioSeries } from './RatioSeries';
import { studentQuantile } from './studentQuantile';

/** Why one run says too little: it had not settled, or what happens in it depends too long on what happened before. */
export type TooLittle = 'too-short' | 'not-settled' | 'correlated';

/** The share of the windows at the beginning that is left out, as the run may not have settled by then. */
const warmUpShare = 0.1;
const fewestWindows = 100;
const fewestBatches = 10;
const mostBatches = 20;
const mostCorrelation = 0.05;

/**
 * The interval of a figure from one long run, by batch means (Law, "Simulation Modeling and Analysis", § 9.5.3, for
 * ratios; Schmeiser, "Batch size effects in the analysis of simulation output", 1982, on why 10 to 20 batches are
 * enough). The first tenth of the windows is left out. Batches are as long as it takes for neighbours to be all but
 * uncorrelated: long enough if the windows were an autoregressive process with the lag-1 correlation that they have,
 * then doubled until the batches themselves pass a one-sided test at 5 %. What correlation and skewness they keep
 * widens and shifts the interval (Tafazzoli and Wilson, "Skart", 2011; Willink, "A confidence interval and test for
 * the mean of an asymmetric distribution", 2005). When fewer than ten batches are left, or when the halves of the run
 * differ by more than chance allows at 1 %, one run says too little, and that is the answer.
 */
export function batchMeans(
  series: RatioSeries,
  confidence: number = usualConfidence,
): MeanInterval | TooLittle {
  const first = Math.floor(series.top.length * warmUpShare);
  const mean = ratioFrom(series, first);
  if (mean === null || series.top.length < fewestWindows) return 'too-short';
  const pulls = pullsFrom(series, first, mean);
  let size = Math.max(Math.ceil(pulls.length / mostBatches), batchSizeFor(lag1(pulls)));
  for (; Math.floor(pulls.length / size) >= fewestBatches; size *= 2) {
    const batches = meansOf(pulls, size);
    if (lag1(batches) > 1.645 / Math.sqrt(batches.length)) continue;
    return isSettled(batches) ? around(mean, batches, confidence) : 'not-settled';
  }
  return 'correlated';
}

function around(mean: number, batches: readonly number[], confidence: number): MeanInterval {
  const { variance, count } = momentsOf(batches);
  const correlation = Math.max(0, lag1(batches));
  const error = Math.sqrt((variance / count) * ((1 + correlation) / (1 - correlation)));
  const t = studentQuantile((1 + confidence) / 2, count - 1);
  const tilt = skewnessOf(batches) / (6 * Math.sqrt(count));
  return { mean, low: mean - tilted(t, tilt) * error, high: mean - tilted(-t, tilt) * error, count };
}

/** Willink's transformation of a quantile for a distribution with a long tail on one side. */
function tilted(t: number, tilt: number): number {
  return Math.abs(tilt) < 1e-6 ? t : (Math.cbrt(1 + 6 * tilt * (t - tilt)) - 1) / (2 * tilt);
}

function skewnessOf(values: readonly number[]): number {
  const { mean, variance, count } = momentsOf(values);
  if (variance === 0) return 0;
  const cubes = values.reduce((sum, value) => sum + (value - mean) ** 3, 0);
  return (count * cubes) / ((count - 1) * (count - 2) * variance ** 1.5);
}

/** Whether the halves have the same mean, as far as one can tell (Welch's test with the fewer degrees of freedom). */
function isSettled(batches: readonly number[]): boolean {
  const half = Math.floor(batches.length / 2);
  const early = momentsOf(batches.slice(0, half));
  const late = momentsOf(batches.slice(-half));
  const error = Math.sqrt((early.variance + late.variance) / half);
  return Math.abs(early.mean - late.mean) <= studentQuantile(0.995, half - 1) * error;
}

/** Means of so many values each; a remainder is left out at the beginning, where the run had settled least. */
function meansOf(values: readonly number[], size: number): readonly number[] {
  const count = Math.floor(values.length / size);
  const first = values.length - count * size;
  return Array.from({ length: count }, (_, batch) => {
    let sum = 0;
    for (let index = 0; index < size; index += 1) sum += values[first + batch * size + index] ?? 0;
    return sum / size;
  });
}

/** The correlation between neighbours; 0 when nothing varies. */
function lag1(values: readonly number[]): number {
  const { mean, variance, count } = momentsOf(values);
  if (variance === 0) return 0;
  let sum = 0;
  for (let index = 1; index < count; index += 1) {
    sum += ((values[index - 1] ?? 0) - mean) * ((values[index] ?? 0) - mean);
  }
  return sum / (variance * (count - 1));
}

/** How many values of an autoregressive process a batch needs for neighbouring batches to be nearly independent. */
function batchSizeFor(correlation: number): number {
  if (correlation <= mostCorrelation) return 1;
  const phi = Math.min(correlation, 0.999);
  let size = 1;
  for (;;) {
    const rest = 1 - phi ** size;
    const between = (phi * rest * rest) / (size * (1 - phi * phi) - 2 * phi * rest);
    if (between > 0 && between <= mostCorrelation) return size;
    size += 1;
  }
}
