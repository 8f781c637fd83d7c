import { flightOf, isFlight, type Pending } from '../Pending';
import type { Simulation } from '../Simulation';
import type { StepListener } from '../StepListener';
import type { Flight } from '../Trace';

/** How an answer, a bad one, a dead letter and any other message look on a wire. */
const looks = 4;

/** What has changed since the last picture, noted while the steps are made. */
export class ReelLook implements StepListener {
  readonly touched = new Set<number>();
  /** Flights of earlier pictures that ended. */
  landed: number[] = [];
  hops: Flight[] = [];
  /** What set out since the last picture and is under way. */
  readonly #sent = new Map<number, Flight>();
  readonly #simulation: Simulation;
  readonly #hopEveryUs: number;
  /** When a message of each look that took no time was last told, by wire. */
  readonly #toldUs: Float64Array;

  constructor(simulation: Simulation, hopEveryUs: number) {
    this.#simulation = simulation;
    this.#hopEveryUs = hopEveryUs;
    this.#toldUs = new Float64Array(simulation.plan.wires.length * looks).fill(-Infinity);
  }

  get sent(): readonly Flight[] {
    return [...this.#sent.values()];
  }

  begin({ node, kind, wire, id }: Pending): void {
    this.touched.add(node);
    if (isFlight(kind) && wire >= 0 && !this.#sent.delete(id)) this.landed.push(id);
  }

  send(pending: Pending, dueUs: number): void {
    const { nowUs, plan } = this.#simulation;
    const flight = flightOf(pending, nowUs, dueUs, plan.wires);
    if (flight === null) return;
    this.#sent.set(flight.id, flight);
    if (dueUs > nowUs) return;
    const told = flight.wire * looks + lookOf(flight);
    if (nowUs - (this.#toldUs[told] ?? 0) < this.#hopEveryUs) return;
    this.#toldUs[told] = nowUs;
    this.hops.push(flight);
  }

  record(): void {
    // A picture counts facts, and tells none.
  }

  /** A picture was taken: from here on it is about what comes then. */
  forget(): void {
    this.touched.clear();
    this.landed = [];
    this.hops = [];
    this.#sent.clear();
  }
}

function lookOf({ kind, isBad, isDeadLetter }: Flight): number {
  if (kind === 'ack') return isBad ? 1 : 0;
  return isDeadLetter ? 2 : 3;
}
