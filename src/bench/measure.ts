/** Work that returns how many events it made. */
export type Work = () => number;

export interface Rate {
  /** Events per second. */
  readonly perSecond: number;
  /** Against the reference that ran in turns with it: 1 is as fast. */
  readonly ratio: number;
}

/**
 * Runs work and its reference in turns, so that whatever else the machine does slows both, and takes the median of
 * the ratios. The first turns, in which the compiler learns, do not count.
 */
export function compare(work: Work, reference: Work, turns = 9, warmUp = 3): Rate {
  const rates: number[] = [];
  const ratios: number[] = [];
  for (let turn = 0; turn < warmUp + turns; turn += 1) {
    const ours = rateOf(work);
    const theirs = rateOf(reference);
    if (turn < warmUp) continue;
    rates.push(ours);
    ratios.push(ours / theirs);
  }
  return { perSecond: median(rates), ratio: median(ratios) };
}

/** By processor time, of all threads of this process, so that other programs disturb little. */
function rateOf(work: Work): number {
  const start = process.cpuUsage();
  const events = work();
  const { user, system } = process.cpuUsage(start);
  return (events / (user + system)) * 1e6;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
