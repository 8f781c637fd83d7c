import { exp, ln, power } from './deterministicMath';
import type { Distribution } from './Distribution';
import { sampleExponential, type WordSource } from './sampleExponential';

/** About 31 years: what heavy tails are cut at, so that sums of times stay exact whole numbers. */
export const longestUs = 10 ** 15;

/**
 * A random duration in whole microseconds, from 0 to `longestUs`; the source gives uniform numbers in [0, 1). The
 * sources are Devroye, Non-Uniform Random Variate Generation (1986), II.2 for inversion and V.4 for the polar
 * method, and Marsaglia & Tsang, A simple method for generating gamma variables (2000). Where a parameter makes no
 * sense (a negative mean, a shape that is not above 0) the duration is 0.
 */
export function sampleUs(distribution: Distribution, source: WordSource): number {
  const us = Math.round(1000 * sampleMs(distribution, source));
  // Written so that NaN ends as 0.
  return us > 0 ? Math.min(us, longestUs) : 0;
}

function sampleMs(distribution: Distribution, source: WordSource): number {
  switch (distribution.law) {
    case 'constant':
      return distribution.mean;
    case 'exponential':
      return distribution.mean * sampleExponential(source);
    case 'uniform':
      return distribution.min + (distribution.max - distribution.min) * source.next();
    case 'normal':
      return cutNormal(distribution.mean, distribution.deviation, source);
    case 'logNormal':
      return logNormal(distribution.mean, distribution.deviation, source);
    case 'gamma':
      return (gamma(distribution.shape, source) * distribution.mean) / distribution.shape;
    case 'pareto':
      return (
        paretoScale(distribution.mean, distribution.shape) / power(1 - source.next(), 1 / distribution.shape)
      );
    default:
      return distribution satisfies never;
  }
}

/** A standard normal variate by Marsaglia's polar method. Its twin is thrown away, so that nothing is kept. */
function normal(source: WordSource): number {
  for (;;) {
    const x = 2 * source.next() - 1;
    const y = 2 * source.next() - 1;
    const square = x * x + y * y;
    if (square < 1 && square > 0) return x * Math.sqrt((-2 * ln(square)) / square);
  }
}

/** Draws again what falls below 0: the normal law on condition of not being negative. */
function cutNormal(mean: number, deviation: number, source: WordSource): number {
  // With a mean of 0 or more at least every second draw is good.
  if (!(mean >= 0)) return 0;
  for (;;) {
    const sample = mean + deviation * normal(source);
    if (!(sample < 0)) return sample;
  }
}

/** With the logarithm's variance σ² = ln(1 + deviation² / mean²), and its mean ln(mean) − σ² / 2. */
function logNormal(mean: number, deviation: number, source: WordSource): number {
  if (!(mean > 0)) return 0;
  const variance = ln(1 + (deviation / mean) ** 2);
  return mean * exp(Math.sqrt(variance) * normal(source) - variance / 2);
}

/** A gamma variate of scale 1; a shape below 1 is had from the shape above it, times U^(1/shape). */
function gamma(shape: number, source: WordSource): number {
  if (!(shape > 0)) return 0;
  if (shape < 1) return gamma(shape + 1, source) * power(1 - source.next(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(source);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (ln(1 - source.next()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v;
  }
}

/** The least value. No Pareto law of shape 1 or less has a mean: there the given mean is taken as the median. */
function paretoScale(mean: number, shape: number): number {
  return shape > 1 ? (mean * (shape - 1)) / shape : mean / power(2, 1 / shape);
}

/** The mean of the law in milliseconds: Infinity for Pareto laws of shape 1 or less. */
export function meanMs(distribution: Distribution): number {
  switch (distribution.law) {
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'normal':
      return meanOfCutNormal(distribution.mean, distribution.deviation);
    case 'pareto':
      return distribution.shape > 1 || distribution.mean === 0 ? distribution.mean : Infinity;
    case 'constant':
    case 'exponential':
    case 'logNormal':
    case 'gamma':
      return distribution.mean;
    default:
      return distribution satisfies never;
  }
}

/**
 * mean + deviation · φ(z) / Φ(z) at z = mean / deviation ≥ 0 (Johnson, Kotz & Balakrishnan, Continuous Univariate
 * Distributions 1, § 13.10.1), with Φ by the series of Marsaglia, Evaluating the normal distribution (2004).
 */
function meanOfCutNormal(mean: number, deviation: number): number {
  if (!(mean >= 0)) return 0;
  const z = mean / deviation;
  // Here φ(z) is below 10⁻¹⁵, and so is the correction.
  if (!(deviation > 0) || z > 8.3) return mean;
  const density = 0.3989422804014327 * exp((-z * z) / 2);
  let term = z;
  let sum = z;
  for (let n = 3; term > 1e-17 * sum; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return mean + (deviation * density) / (0.5 + density * sum);
}
