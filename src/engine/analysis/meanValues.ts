import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { AutomatonReport } from '#engine/runtime/Trace';
import { solveLinear } from './linear/solveLinear';

/** The mean values of one state of an automaton, as a run has it so far. */
export interface StateMeans {
  readonly state: string;
  /** How long one stay lasts, in microseconds; null where it was never left nor entered. */
  readonly stayUs: number | null;
  /** Where it goes next, and how likely, the likeliest first; empty where it was never left. */
  readonly next: readonly { readonly state: string; readonly probability: number }[];
  /**
   * The mean time from entering it until a state is reached in which the automaton may end, 0 for such a state; null where
   * none is reached from it, or not surely.
   */
  readonly toAcceptingUs: number | null;
}

/** The letter of a transition stands behind its state, with this between: see `LifecyclePage`. */
const between = '\u0000';

/**
 * Mean values of the states of an automaton from how often its transitions were taken and how long it stayed: it is taken as a
 * semi-Markov process, so that the mean time to an accepting state is the solution of h(i) = stay(i) + Σ p(i → j)·h(j)
 * (Kemeny and Snell, "Finite Markov Chains", § 3.3). The present stay, which is not over, counts as far as it has lasted.
 */
export function meanValues(lifecycle: Lifecycle, report: AutomatonReport): readonly StateMeans[] {
  const { states, accepting } = lifecycle;
  const steps = states.map((from) => stepsFrom(lifecycle, report, from));
  const left = steps.map((row) => row.reduce((sum, count) => sum + count, 0));
  const stays = states.map((state, index) => {
    const count = (left[index] ?? 0) + (state === report.lifecycle ? 1 : 0);
    return count === 0 ? null : (report.residenceUs[state] ?? 0) / count;
  });
  const isDone = states.map((state) => accepting.includes(state));
  const sure = surelyDone(steps, isDone);
  const open = states.flatMap((_, index) => (sure[index] === true && isDone[index] !== true ? [index] : []));
  const solved = solveLinear(
    open.map((from) => [
      ...open.map((to) => (from === to ? 1 : 0) - (steps[from]?.[to] ?? 0) / (left[from] ?? 1)),
      stays[from] ?? 0,
    ]),
  );
  return states.map((state, index) => ({
    state,
    stayUs: stays[index] ?? null,
    next: states
      .map((to, place) => ({
        state: to,
        probability: (steps[index]?.[place] ?? 0) / Math.max(1, left[index] ?? 0),
      }))
      .filter(({ probability }) => probability > 0)
      .toSorted((a, b) => b.probability - a.probability),
    toAcceptingUs: isDone[index] === true ? 0 : (solved?.[open.indexOf(index)] ?? null),
  }));
}

/** How often each state came next. */
function stepsFrom(
  { states, transitions }: Lifecycle,
  { taken }: AutomatonReport,
  from: string,
): readonly number[] {
  const counts = states.map(() => 0);
  for (const [letter, to] of Object.entries(transitions[from] ?? {})) {
    const place = states.indexOf(to);
    counts[place] = (counts[place] ?? 0) + (taken[`${from}${between}${letter}`] ?? 0);
  }
  return counts;
}

/** The states from which an accepting one is reached whatever comes, as far as was seen: no way leads to where none is. */
function surelyDone(steps: readonly (readonly number[])[], isDone: readonly boolean[]): readonly boolean[] {
  const spread = (marked: readonly boolean[], isStopped: readonly boolean[]) => {
    let now = marked;
    for (;;) {
      const known = now;
      const next = steps.map(
        (row, from) =>
          known[from] === true ||
          (isStopped[from] !== true && row.some((count, to) => count > 0 && known[to] === true)),
      );
      if (next.every((one, index) => one === known[index])) return next;
      now = next;
    }
  };
  const canEnd = spread(
    isDone,
    steps.map(() => false),
  );
  const lost = spread(
    canEnd.map((one) => !one),
    isDone,
  );
  return canEnd.map((one, index) => one && (isDone[index] === true || lost[index] !== true));
}
