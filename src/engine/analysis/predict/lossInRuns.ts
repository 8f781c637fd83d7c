import type { Fate, LedgerLine } from '#engine/model/Ledger';
import { totalsOf } from '#engine/runtime/totals';
import type { Simulation } from '#engine/runtime/Simulation';

const gone: readonly Fate[] = ['turnedAway', 'dropped', 'expired'];

/**
 * The share of what comes for a node that is turned away, dropped or expires before it is done there: at the entrance of the lines
 * before it, in its own group of them, and at the node itself, over all runs that it saw.
 */
export class LossInRuns {
  readonly #node: string;
  /** In the order in which an event passes them: at the entrances, in the groups, at the node. */
  readonly #came = [0, 0, 0];
  readonly #gone = [0, 0, 0];

  constructor(node: string) {
    this.#node = node;
  }

  /** Takes in a run that has ended. */
  add(simulation: Simulation): void {
    const { doc, nodes } = simulation.plan;
    const into = doc.wires.flatMap(({ to }, wire) => (to.node === this.#node ? [wire] : []));
    const before = new Set(into.map((wire) => doc.wires[wire]?.from.node));
    for (const { node, lines } of totalsOf(simulation).nodes) {
      const id = nodes[node]?.id;
      for (const line of lines) {
        if (id === this.#node) this.#count(2, line);
        else if (before.has(id) && line.counts === 'events') this.#count(0, line);
        else if (line.wires.some((wire) => into.includes(wire))) this.#count(1, line);
      }
    }
  }

  /** Null where nothing came. */
  get share(): number | null {
    if (this.#came.every((count) => count === 0)) return null;
    const kept = this.#came.map((came, stage) => (came === 0 ? 1 : 1 - (this.#gone[stage] ?? 0) / came));
    return 1 - kept.reduce((product, share) => product * share, 1);
  }

  #count(stage: number, { came, fates }: LedgerLine): void {
    this.#came[stage] = (this.#came[stage] ?? 0) + came;
    this.#gone[stage] = (this.#gone[stage] ?? 0) + gone.reduce((sum, fate) => sum + (fates[fate] ?? 0), 0);
  }
}
