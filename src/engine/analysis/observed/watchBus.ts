import { fact, type FactNumber } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Pending } from '#engine/runtime/Pending';
import type { Simulation } from '#engine/runtime/Simulation';
import type { StepListener } from '#engine/runtime/StepListener';
import type { Sighting } from './Sighting';

/**
 * Where the order of events is watched on a bus: when it accepts them, when it hands them to a subscriber (again for
 * every further attempt), or when a subscriber says that it is done, though its answer may be lost.
 */
export const watchOrders = ['publish', 'delivery', 'completion'] as const;
/** One of `watchOrders`. */
export type WatchOrder = (typeof watchOrders)[number];

/** Which bus is watched, and how. */
export interface BusWatch {
  /** Index of the node. */
  readonly bus: number;
  readonly order: WatchOrder;
  /**
   * The consumer group of each wire that subscribes to the bus, by the place of the wire in the document: what is
   * delivered to different groups is in no common order.
   */
  readonly laneOf: ReadonlyMap<number, number>;
}

/** Tells what happens at one bus in one order, from now on and as long as nobody else listens to the simulation. */
export function watchBus(simulation: Simulation, watch: BusWatch, tell: (sighting: Sighting) => void): void {
  simulation.listener = new BusListener(simulation, watch, tell);
}

class BusListener implements StepListener {
  readonly #simulation: Simulation;
  readonly #watch: BusWatch;
  readonly #tell: (sighting: Sighting) => void;
  readonly #names: readonly string[];
  /** Who makes the step, and what was handed over in it last: what a wire doubles comes twice in a row. */
  #node = -1;
  #wire = -1;
  #number = -1;

  constructor(simulation: Simulation, watch: BusWatch, tell: (sighting: Sighting) => void) {
    this.#simulation = simulation;
    this.#watch = watch;
    this.#tell = tell;
    this.#names = simulation.plan.doc.eventTypes.map(({ name }) => name);
  }

  begin({ node, kind, name, value, wire, event }: Pending): void {
    this.#node = node;
    this.#wire = -1;
    if (this.#watch.order !== 'completion' || kind !== 'ack') return;
    if (name === 'done' || (name === 'vanished' && value === 'done'))
      this.#see(event, this.#watch.laneOf.get(wire));
  }

  send({ kind, wire, event }: Pending): void {
    if (this.#watch.order !== 'delivery' || kind !== 'deliver' || this.#node !== this.#watch.bus) return;
    if (wire === this.#wire && event?.number === this.#number) return;
    this.#wire = wire;
    this.#number = event?.number ?? -1;
    this.#see(event, this.#watch.laneOf.get(wire));
  }

  record(code: FactNumber, event: FlowEvent | null, node: number): void {
    if (code === fact.accepted && node === this.#watch.bus && this.#watch.order === 'publish')
      this.#see(event, 0);
  }

  #see(event: FlowEvent | null, lane: number | undefined): void {
    if (event === null || lane === undefined) return;
    const { nowUs, stepCount } = this.#simulation;
    const type = this.#names[event.type] ?? '';
    this.#tell({ type, key: event.subject, lane, timeUs: nowUs, place: stepCount });
  }
}
