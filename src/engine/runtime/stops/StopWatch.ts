import { tokenOf } from '#engine/model/tokens';
import type { FlowPlan } from '../FlowPlan';
import { Simulation } from '../Simulation';
import type { Snapshot } from '../Snapshot';
import { stopKinds } from './rules/index';
import { StepLook } from './StepLook';
import type { Stop, StopFailure, StopHit, StopRule } from './StopRule';
import type { StopKind, StopTest } from './StopTest';

interface Watched {
  readonly stop: Stop;
  readonly test: StopTest;
  count: number;
}

/** Makes the steps of a run once more and says of each which stops it meets. */
export class StopWatch {
  /** Whether some stop counts from the beginning of the run on, so that no part of it may be left out. */
  readonly counts: boolean;
  readonly failures = new Map<string, StopFailure>();
  /** Steps up to here were looked at for failures: what is looked at again counts once. */
  private failureStep = 0;
  private readonly simulation: Simulation;
  private readonly look: StepLook;
  private readonly watched: readonly Watched[];

  constructor(plan: FlowPlan, stops: readonly Stop[]) {
    this.simulation = new Simulation(plan);
    this.look = new StepLook(this.simulation);
    this.counts = stops.some(({ nth }) => nth > 1);
    this.watched = stops.flatMap((stop) => {
      const test = compileStop(stop.rule, plan);
      return test === null ? [] : [{ stop, test, count: 0 }];
    });
    this.begin();
  }

  get step(): number {
    return this.simulation.stepCount;
  }

  get timeUs(): number {
    return this.simulation.nowUs;
  }

  /** Goes on from another place; what was counted is forgotten. */
  restart(snapshot: Snapshot): void {
    this.simulation.restore(snapshot);
    for (const one of this.watched) one.count = 0;
    this.begin();
  }

  /** Makes a step. Null when there is none; else the stops that it meets, as a rule none. */
  advance(): readonly StopHit[] | null {
    if (!this.simulation.step()) return null;
    let hits: StopHit[] | null = null;
    for (const one of this.watched) {
      const { test, stop } = one;
      if (test.isMet(this.look)) {
        one.count += 1;
        if (one.count >= stop.nth) (hits ??= []).push(this.hitOf(one));
      } else if (test.error !== undefined && test.error !== '') this.noteFailure(stop.id, test.error);
    }
    this.failureStep = Math.max(this.failureStep, this.step);
    return hits ?? none;
  }

  private begin(): void {
    for (const { test } of this.watched) test.begin?.(this.simulation);
  }

  private hitOf({ stop, count }: Watched): StopHit {
    const { look } = this;
    const event = look.breaker ?? look.pending.event;
    const { number, type, subject } = event === null ? nothing : tokenOf(event);
    const { node, violated: protocols } = look;
    const waiting = look.waitingAt(node);
    return { stop: stop.id, count, node, event: number, type, key: subject, waiting, protocols };
  }

  private noteFailure(stop: string, error: string): void {
    if (this.step <= this.failureStep) return;
    const known = this.failures.get(stop);
    this.failures.set(
      stop,
      known === undefined ? { stop, count: 1, step: this.step, error } : { ...known, count: known.count + 1 },
    );
  }
}

const none: readonly StopHit[] = [];
const nothing = { number: 0, type: -1, subject: '' };

function compileStop(rule: StopRule, plan: FlowPlan): StopTest | null {
  // The list holds under each name the kind of that name, which the compiler does not join with the rule.
  const kind = stopKinds[rule.on] as StopKind;
  return kind.compile(rule, plan);
}
