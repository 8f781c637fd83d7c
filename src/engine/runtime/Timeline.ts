import type { Simulation } from './Simulation';
import type { Snapshot } from './Snapshot';

const mostSnapshots = 120;
const firstSpacing = 1_000;

/**
 * Snapshots along a run, so that any step can be reached again by a short replay. There are never more than
 * a fixed number: when they run out, every second one goes and the spacing doubles.
 */
export class Timeline {
  private snapshots: Snapshot[] = [];
  private spacing = firstSpacing;

  /** Keeps a snapshot if the run stands where the next one is due. */
  note(simulation: Simulation): void {
    const last = this.snapshots.at(-1);
    if (last !== undefined && simulation.stepCount < last.stepCount + this.spacing) return;
    this.snapshots.push(simulation.snapshot());
    if (this.snapshots.length > mostSnapshots) {
      this.snapshots = this.snapshots.filter((_, index) => index % 2 === 0);
      this.spacing *= 2;
    }
  }

  /** The last snapshot that is not beyond a step. */
  beforeStep(step: number): Snapshot | undefined {
    return this.snapshots.findLast((snapshot) => snapshot.stepCount <= step);
  }

  /** The last snapshot taken strictly before a virtual time, or the first of all. */
  beforeTime(timeUs: number): Snapshot | undefined {
    return this.snapshots.findLast((snapshot) => snapshot.nowUs < timeUs) ?? this.snapshots[0];
  }

  /** Forgets what a change of the interventions may have changed, and keeps the rest. */
  keepWhile(condition: (snapshot: Snapshot) => boolean): void {
    const end = this.snapshots.findIndex((snapshot) => !condition(snapshot));
    if (end >= 0) this.snapshots = this.snapshots.slice(0, end);
  }
}
