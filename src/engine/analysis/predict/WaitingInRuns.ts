import { reportOf } from '#engine/runtime/report';
import type { Simulation } from '#engine/runtime/Simulation';

/**
 * How many wait in all lines of runs together, callers at the doors of full lines too, and by how much more comes than goes, as what still waits at their ends shows it. A line
 * that can just keep up is a reflected random walk: with intervals and work that vary as exponential ones do, n events leave
 * √(2n)·|Z| of them waiting for a standard normal Z (Kingman, "The single server queue in heavy traffic", 1961). Less than three
 * times that may be luck, and counts as no growth.
 */
export class WaitingInRuns {
  #runs = 0;
  #mean = 0;
  #waiting = 0;
  #made = 0;
  #seconds = 0;
  #luck = 0;

  /** Takes in a run that has ended. */
  add(simulation: Simulation): void {
    const { nodes, eventsPublished, timeUs } = reportOf(simulation);
    this.#runs += 1;
    this.#mean += nodes.reduce((sum, { queue, door }) => sum + queue.mean + door.mean, 0);
    this.#waiting += nodes.reduce((sum, { queue, door }) => sum + queue.now + door.now, 0);
    this.#made += eventsPublished;
    this.#seconds += timeUs / 1e6;
    this.#luck += Math.sqrt(2 * eventsPublished);
  }

  /** On average over time. */
  get mean(): number {
    return this.#runs > 0 ? this.#mean / this.#runs : 0;
  }

  /** Events a second; 0 where it may be luck. */
  get growthPerSecond(): number {
    return this.#made > 0 && this.#waiting > 3 * this.#luck ? this.#waiting / this.#seconds : 0;
  }
}
