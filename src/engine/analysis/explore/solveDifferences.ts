/** The time of `to` is at most that of `from` plus `us`. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly us: number;
}

/** Times that keep all constraints, the earliest ones, or a circle of constraints that contradict each other. */
export type Solved =
  | { readonly ok: true; readonly timesUs: readonly number[] }
  | { readonly ok: false; readonly circle: readonly Difference[] };

/**
 * Solves a system of difference constraints over the variables 0 … count − 1, of which the first is 0 (Cormen and others,
 * Introduction to Algorithms, § 24.4): by the algorithm of Bellman and Ford over the reversed graph, so that the times are
 * the earliest. O(variables × constraints).
 */
export function solveDifferences(count: number, constraints: readonly Difference[]): Solved {
  const timesUs = new Float64Array(count);
  const by: (Difference | null)[] = Array.from({ length: count }, () => null);
  for (let round = 0; round <= count; round += 1) {
    let changed = -1;
    for (const constraint of constraints) {
      // The time of `from` is at least that of `to` less `us`.
      const least = (timesUs[constraint.to] ?? 0) - constraint.us;
      if ((timesUs[constraint.from] ?? 0) >= least) continue;
      timesUs[constraint.from] = least;
      by[constraint.from] = constraint;
      changed = constraint.from;
    }
    if (changed < 0 && timesUs[0] === 0) return { ok: true, timesUs: [...timesUs] };
    if ((timesUs[0] ?? 0) > 0 || (changed >= 0 && round === count)) {
      return { ok: false, circle: circleFrom(by, (timesUs[0] ?? 0) > 0 ? 0 : changed) };
    }
  }
  return { ok: true, timesUs: [...timesUs] };
}

/** Follows the constraints that pushed a time up until one comes again. */
function circleFrom(by: readonly (Difference | null)[], start: number): readonly Difference[] {
  const passed: Difference[] = [];
  const seen = new Map<number, number>();
  let at = start;
  while (!seen.has(at)) {
    seen.set(at, passed.length);
    const constraint = by[at] ?? null;
    if (constraint === null) return passed;
    passed.push(constraint);
    at = constraint.to;
  }
  return passed.slice(seen.get(at));
}
