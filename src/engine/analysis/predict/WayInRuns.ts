import type { Pending } from '#engine/runtime/Pending';
import type { Simulation } from '#engine/runtime/Simulation';

/**
 * How long it takes from an event's coming to a line before a node until its copy for this node is there for the first time, over
 * all runs that it saw: what waits in the same line for others is not in it.
 */
export class WayInRuns {
  readonly #id: string;
  #sumUs = 0;
  #count = 0;

  constructor(node: string) {
    this.#id = node;
  }

  /** Follows a run that is about to begin. */
  follow(simulation: Simulation): void {
    const { doc } = simulation.plan;
    const node = doc.nodes.findIndex(({ id }) => id === this.#id);
    const before = new Set(doc.wires.filter(({ to }) => to.node === this.#id).map(({ from }) => from.node));
    const lines = doc.nodes.map(({ id }) => before.has(id));
    const cameUs = new Map<number, number>();
    simulation.listener = {
      begin: ({ kind, node: at, event }: Pending) => {
        if (event === null) return;
        if (kind === 'publish' && lines[at] === true) cameUs.set(event.number, simulation.nowUs);
        if (kind !== 'deliver' || at !== node) return;
        const came = cameUs.get(event.number);
        if (came === undefined) return;
        cameUs.delete(event.number);
        this.#sumUs += simulation.nowUs - came;
        this.#count += 1;
      },
      send: () => undefined,
      record: () => undefined,
    };
  }

  /** Microseconds; 0 where nothing came. */
  get meanUs(): number {
    return this.#count > 0 ? this.#sumUs / this.#count : 0;
  }
}
