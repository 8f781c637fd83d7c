import type { Simulation } from './Simulation';
import type { Snapshot } from './Snapshot';

const mostSnapshots = 480;
const firstSpacing = 1_000;
/** Roughly, in bytes, what all snapshots together may hold. */
const mostWeight = 2 ** 28;
/** Roughly, in bytes: a pending message with its event, an entry of a state, a node's figures. */
const weightOf = { message: 300, entry: 16, node: 6_000 };
/** Copying so many bytes costs about as much as a step: beyond it, snapshots stand further apart. */
const weightPerStep = 256;

/**
 * Snapshots along a run, so that any step can be reached again by a short replay. There are never more than
 * a fixed number, nor more than a fixed weight of them (though at least two): when either runs out, every second one
 * goes and the spacing doubles. Heavy ones are taken less often, so that taking them stays a small part of the work.
 */
export class Timeline {
  /** No snapshot is due before this step: what callers may compare with at each step. */
  dueStep = 0;
  private snapshots: Snapshot[] = [];
  private spacing = firstSpacing;
  private weight = 0;
  private readonly mostWeight: number;

  constructor(limit = mostWeight) {
    this.mostWeight = limit;
  }

  /** Keeps a snapshot if the run stands where the next one is due. */
  note(simulation: Simulation): void {
    if (simulation.stepCount < this.dueStep) return;
    const snapshot = simulation.snapshot();
    this.snapshots.push(snapshot);
    this.weight += weigh(snapshot);
    while (this.isFull()) this.thin();
    this.dueStep = snapshot.stepCount + Math.max(this.spacing, Math.round(weigh(snapshot) / weightPerStep));
  }

  /** The last snapshot that is not beyond a step. */
  beforeStep(step: number): Snapshot | undefined {
    return this.snapshots.findLast((snapshot) => snapshot.stepCount <= step);
  }

  /** The last snapshot taken strictly before a virtual time, or the first of all. */
  beforeTime(timeUs: number): Snapshot | undefined {
    return this.snapshots.findLast((snapshot) => snapshot.nowUs < timeUs) ?? this.snapshots[0];
  }

  /** The last snapshot taken before an event was made. */
  beforeEvent(number: number): Snapshot | undefined {
    return this.snapshots.findLast((snapshot) => snapshot.eventCount < number);
  }

  /** How far it is from a snapshot to the next one, in steps, as long as there is a next one. */
  gapAfter(snapshot: Snapshot): number {
    const next = this.snapshots[this.snapshots.indexOf(snapshot) + 1];
    return next === undefined ? 0 : next.stepCount - snapshot.stepCount;
  }

  /** How many snapshots there are, and roughly how many bytes they hold. */
  get size(): { readonly count: number; readonly weight: number } {
    return { count: this.snapshots.length, weight: this.weight };
  }

  private isFull(): boolean {
    const { length } = this.snapshots;
    return length > mostSnapshots || (length > 2 && this.weight > this.mostWeight);
  }

  private thin(): void {
    this.snapshots = this.snapshots.filter((_, index) => index % 2 === 0);
    this.weight = this.snapshots.reduce((sum, snapshot) => sum + weigh(snapshot), 0);
    this.spacing *= 2;
  }
}

function weigh({ pending, entries, states }: Snapshot): number {
  return pending.size * weightOf.message + entries * weightOf.entry + states.length * weightOf.node;
}
