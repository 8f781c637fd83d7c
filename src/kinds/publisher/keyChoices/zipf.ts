import { exp, ln } from '#engine/kernel/deterministicMath';
import type { DrawKey, KeyChoice } from './KeyChoice';

/** The key numbered k is likely in proportion to 1 / k^exponent. */
export const zipf: KeyChoice = {
  id: 'zipf',
  plan: ({ keys, zipfExponent }) => (keys === 1 ? () => 1 : zipfDraw(keys, zipfExponent)),
};

/**
 * Rejection-inversion (Hörmann & Derflinger, Rejection-inversion to generate variates from monotone discrete
 * distributions, ACM TOMACS 6, 1996): exact for every number of keys, and without a table. The hat over the bars is
 * x^−exponent; its integral from 1 is turned around in closed form.
 */
function zipfDraw(keys: number, exponent: number): DrawKey {
  const density = (x: number) => exp(-exponent * ln(x));
  const integral = (x: number) => {
    const log = ln(x);
    return log * meanOfExp((1 - exponent) * log);
  };
  const inverse = (area: number) => {
    // Rounding may lead a little below −1, where the logarithm ends.
    const t = Math.max(-1, area * (1 - exponent));
    return exp(area * meanOfLn(t));
  };
  const lowest = integral(1.5) - 1;
  const highest = integral(keys + 0.5);
  /** So near to its centre every x of a bar is accepted without looking. */
  const sure = 2 - inverse(integral(2.5) - density(2));
  return (_made, context) => {
    for (;;) {
      const area = highest + context.random() * (lowest - highest);
      const x = inverse(area);
      const key = Math.min(keys, Math.max(1, Math.floor(x + 0.5)));
      if (key - x <= sure || area >= integral(key + 0.5) - density(key)) return key;
    }
  };
}

/** (e^x − 1) / x, by its series where the difference would lose its digits. */
function meanOfExp(x: number): number {
  return Math.abs(x) > 1e-3 ? (exp(x) - 1) / x : 1 + (x / 2) * (1 + (x / 3) * (1 + (x / 4) * (1 + x / 5)));
}

/** ln(1 + x) / x, likewise. */
function meanOfLn(x: number): number {
  return Math.abs(x) > 1e-3 ? ln(1 + x) / x : 1 - x * (1 / 2 - x * (1 / 3 - x * (1 / 4 - x / 5)));
}
