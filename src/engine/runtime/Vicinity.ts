import type { Place } from './Trace';
import type { Simulation } from './Simulation';
import type { Snapshot } from './Snapshot';

/** Replays that are shorter need no help. */
const shortGap = 20_000;
const pieces = 8;

/**
 * A few snapshots between two of the timeline, where a long replay has just gone by: whoever looks around there, or
 * steps back, needs only short ones from then on.
 */
export class Vicinity {
  private snapshots: Snapshot[] = [];
  private spacing = 0;
  /** No snapshot is due before this step. */
  dueStep = Infinity;

  /** A replay begins, in a gap of so many steps. Forgets where the last long one was. */
  enter(from: Snapshot, gap: number): void {
    if (gap <= shortGap) {
      this.dueStep = Infinity;
      return;
    }
    this.snapshots = [];
    this.spacing = Math.ceil(gap / pieces);
    this.dueStep = from.stepCount + this.spacing;
  }

  /** Keeps a snapshot if the replay stands where the next one is due. */
  note(simulation: Simulation): void {
    if (simulation.stepCount < this.dueStep) return;
    this.snapshots.push(simulation.snapshot());
    this.dueStep = this.snapshots.length < pieces ? simulation.stepCount + this.spacing : Infinity;
  }

  /** The one of its snapshots or the given one that a replay to a place should start from. */
  nearest(place: Place, other: Snapshot | undefined): Snapshot | undefined {
    const found = this.snapshots.findLast((snapshot) =>
      'step' in place ? snapshot.stepCount <= place.step : snapshot.nowUs < place.timeUs,
    );
    return found !== undefined && (other === undefined || found.stepCount > other.stepCount) ? found : other;
  }
}
