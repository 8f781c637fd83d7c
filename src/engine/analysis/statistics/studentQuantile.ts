import { assert } from '#engine/kernel/assert';

const mostTurns = 500;

/**
 * The number below which a variable of Student's t distribution stays with this probability; `freedom` is the number
 * of degrees of freedom, at least 1. The distribution function is the incomplete beta function by its continued
 * fraction (DLMF 8.17.22, evaluated as Lentz does), inverted by Newton's method held inside a bracket. Relative
 * accuracy is better than 1e-10 for 1 to 1e7 degrees of freedom.
 */
export function studentQuantile(probability: number, freedom: number): number {
  assert(probability > 0 && probability < 1, 'A quantile is asked for a probability between 0 and 1.');
  assert(freedom >= 1, 'Student’s distribution has at least one degree of freedom.');
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentQuantile(1 - probability, freedom);
  const tail = 1 - probability;
  let low = 0;
  let high = 1;
  while (upperTail(high, freedom) > tail) {
    low = high;
    high *= 2;
  }
  let quantile = (low + high) / 2;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const excess = upperTail(quantile, freedom) - tail;
    if (excess > 0) low = quantile;
    else high = quantile;
    const newton = quantile + excess / density(quantile, freedom);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - quantile) <= 1e-15 * quantile) return next;
    quantile = next;
  }
  return quantile;
}

/** The probability of more than a positive number. */
function upperTail(t: number, freedom: number): number {
  const a = freedom / 2;
  const part = freedom / (freedom + t * t);
  const rest = (t * t) / (freedom + t * t);
  // The power times the square root over the complete beta function B(a, ½) = √π Γ(a) / Γ(a + ½).
  const front = (part ** a * Math.sqrt(rest) * gammaRatio(a)) / Math.sqrt(Math.PI);
  // The fraction converges fast only on its own side of the mean.
  return part < (a + 1) / (a + 2.5)
    ? (0.5 * front * betaFraction(part, a, 0.5)) / a
    : 0.5 - front * betaFraction(rest, 0.5, a);
}

function density(t: number, freedom: number): number {
  const power = (1 + (t * t) / freedom) ** (-(freedom + 1) / 2);
  return (gammaRatio(freedom / 2) / Math.sqrt(freedom * Math.PI)) * power;
}

/** Γ(a + ½) / Γ(a): shifted up by the recurrence to where the asymptotic series (DLMF 5.11.13) is exact enough. */
function gammaRatio(a: number): number {
  let shift = 1;
  let at = a;
  while (at < 50) {
    shift *= at / (at + 0.5);
    at += 1;
  }
  const x = 1 / at;
  const series =
    1 + x * (-1 / 8 + x * (1 / 128 + x * (5 / 1024 + x * (-21 / 32_768 + x * (-399 / 262_144)))));
  return shift * Math.sqrt(at) * series;
}

/** The continued fraction of the incomplete beta function, without the factor in front. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guarded = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= mostTurns; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}
