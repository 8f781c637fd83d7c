/**
 * Count, mean and variance of numbers as they come, without keeping them and without the cancellation of sums of
 * squares (Welford, "Note on a method for calculating corrected sums of squares and products", 1962).
 */
export class Moments {
  count = 0;
  /** 0 before the first number. */
  mean = 0;
  #squares = 0;

  add(value: number): void {
    this.count += 1;
    const before = value - this.mean;
    this.mean += before / this.count;
    this.#squares += before * (value - this.mean);
  }

  /** With n − 1 in the denominator; 0 for fewer than two numbers. */
  get variance(): number {
    return this.count < 2 ? 0 : this.#squares / (this.count - 1);
  }
}

/** The moments of a list. */
export function momentsOf(values: Iterable<number>): Moments {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  return moments;
}
