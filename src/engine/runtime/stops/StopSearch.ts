import type { FlowPlan } from '../FlowPlan';
import type { Known } from '../search/Enquiries';
import type { Timeline } from '../Timeline';
import type { Stop, StopDirection, StopFound, StopHit } from './StopRule';
import { StopWatch } from './StopWatch';

interface Seen {
  readonly step: number;
  readonly timeUs: number;
  readonly hits: readonly StopHit[];
}

/**
 * Looks for the step nearest to a place that meets one of some stops, in portions. Forward it goes on from where the last
 * question of the same stops ended; backward from snapshot to snapshot, unless something is counted from the beginning.
 */
export class StopSearch {
  /** The stops as text, to know them again by. */
  readonly name: string;
  private readonly timeline: Pick<Timeline, 'beforeStep'>;
  private readonly watch: StopWatch;
  private direction: StopDirection | null = null;
  private from = -1;
  /** Forward: what was found. Backward: the last that was found in the stretch under way. */
  private seen: Seen | null = null;
  /** Backward: the stretch under way ends here, and began after that. */
  private endStep = 0;
  private startStep = 0;
  private isOver = false;

  constructor(plan: FlowPlan, timeline: Pick<Timeline, 'beforeStep'>, stops: readonly Stop[], name: string) {
    this.name = name;
    this.timeline = timeline;
    this.watch = new StopWatch(plan, stops);
  }

  /** Looks through about so many further steps; then says what is known. */
  advance(budget: number, from: number, direction: StopDirection, known: Known): StopFound {
    if (direction !== this.direction || from !== this.from) this.begin(from, direction);
    if (!this.isOver) {
      if (direction === 'next') this.lookOn(budget, known);
      else this.lookBack(budget);
    }
    return this.found(known);
  }

  private begin(from: number, direction: StopDirection): void {
    const isFurther = this.direction === 'next' && direction === 'next' && this.watch.step <= from;
    this.direction = direction;
    this.from = from;
    this.seen = null;
    this.isOver = false;
    if (direction === 'previous') this.beginStretch(from - 1);
    else if (!isFurther) this.goBefore(from);
    else if (!this.watch.counts) this.skipTo(from);
  }

  private lookOn(budget: number, { lastStep, isDone }: Known): void {
    const { watch } = this;
    const end = Math.min(lastStep, watch.step + budget);
    while (watch.step < end) {
      const hits = watch.advance();
      if (hits === null) break;
      if (hits.length === 0 || watch.step <= this.from) continue;
      this.seen = { step: watch.step, timeUs: watch.timeUs, hits };
      this.isOver = true;
      return;
    }
    this.isOver = isDone && watch.step >= lastStep;
  }

  private lookBack(budget: number): void {
    const { watch } = this;
    for (let left = budget; left > 0 && !this.isOver; left -= 1) {
      if (watch.step < this.endStep) {
        const hits = watch.advance();
        if (hits !== null && hits.length > 0) this.seen = { step: watch.step, timeUs: watch.timeUs, hits };
        if (hits !== null) continue;
      }
      if (this.seen !== null || this.startStep <= 0) this.isOver = true;
      else this.beginStretch(this.startStep);
    }
  }

  private beginStretch(endStep: number): void {
    this.endStep = endStep;
    this.goBefore(Math.max(0, endStep - 1));
    this.startStep = this.watch.step;
  }

  /** Far ahead, and nothing is counted: there is no need to look at what lies between. */
  private skipTo(step: number): void {
    const snapshot = this.timeline.beforeStep(step);
    if (snapshot !== undefined && snapshot.stepCount > this.watch.step) this.watch.restart(snapshot);
  }

  /** Goes to the nearest place known that is not after a step. */
  private goBefore(step: number): void {
    const snapshot = this.timeline.beforeStep(this.watch.counts ? 0 : step);
    if (snapshot !== undefined) this.watch.restart(snapshot);
  }

  private found(known: Known): StopFound {
    const { watch, isOver, seen, from, direction } = this;
    const answer = isOver ? seen : null;
    const reached = direction === 'next' ? Math.max(from, watch.step) : this.startStep;
    return {
      step: answer?.step ?? null,
      timeUs: answer?.timeUs ?? watch.timeUs,
      hits: answer?.hits ?? [],
      failures: [...watch.failures.values()],
      knownStep: Math.min(reached, known.lastStep),
      isComplete: isOver,
    };
  }
}
