import type { LifecycleEdge, LifecycleTable } from '#engine/automata/compileLifecycle';
import { AssertionFailure } from '#engine/kernel/assert';
import type { Clock } from '#engine/kernel/EventList';
import type { AutomatonReport, Transition } from './Trace';

/** The lifecycle automaton of one node while it runs, and the books of its states. */
export class LifecyclePage {
  /** The name of the present state. */
  name: string;
  sinceUs = 0;
  private readonly node: number;
  private readonly clock: Clock;
  private readonly table: LifecycleTable;
  private state: number;
  private lastEdge: LifecycleEdge | null = null;
  private lastStep = 0;
  /** By state: time spent there before the present stay, in microseconds. */
  private readonly residenceUs: Float64Array;
  /** By edge: how often it was taken. */
  private readonly taken: Float64Array;

  constructor(node: number, table: LifecycleTable, clock: Clock) {
    const { lifecycle } = table;
    this.node = node;
    this.clock = clock;
    this.table = table;
    this.name = lifecycle.initial;
    this.state = lifecycle.states.indexOf(lifecycle.initial);
    this.residenceUs = new Float64Array(lifecycle.states.length);
    this.taken = new Float64Array(table.edgeCount);
  }

  get isAccepting(): boolean {
    return this.table.lifecycle.accepting.includes(this.name);
  }

  get last(): (Transition & { readonly atUs: number; readonly step: number }) | null {
    const { lastEdge, sinceUs, lastStep } = this;
    if (lastEdge === null) return null;
    const { letter, from, to } = lastEdge;
    return { letter, from, to, atUs: sinceUs, step: lastStep };
  }

  /** Takes the transition of a letter; one that the table does not declare is a bug. */
  take(letter: string, step: number): LifecycleEdge {
    for (const edge of this.table.edges[this.state] ?? []) {
      if (edge.letter === letter) return this.follow(edge, step);
    }
    throw new AssertionFailure(`Node ${this.node} has no letter ${letter} in state ${this.name}.`);
  }

  /** Takes the first transition that leads to a state; none at all is a bug. */
  moveTo(state: string, step: number): LifecycleEdge {
    for (const edge of this.table.edges[this.state] ?? []) {
      if (edge.to === state) return this.follow(edge, step);
    }
    throw new AssertionFailure(`No letter leads node ${this.node} from ${this.name} to ${state}.`);
  }

  /** Where it stands at a moment not before its last transition; residence times add up to `nowUs`. */
  report(nowUs: number): AutomatonReport {
    const { lifecycle, edges } = this.table;
    const residenceUs: Record<string, number> = {};
    lifecycle.states.forEach((state, index) => {
      const stayUs = index === this.state ? nowUs - this.sinceUs : 0;
      residenceUs[state] = (this.residenceUs[index] ?? 0) + stayUs;
    });
    const taken: Record<string, number> = {};
    for (const { from, letter, index } of edges.flat()) {
      const count = this.taken[index] ?? 0;
      if (count > 0) taken[`${from}\u0000${letter}`] = count;
    }
    return { lifecycle: this.name, last: this.last, residenceUs, taken };
  }

  clone(): LifecyclePage {
    const copy = new LifecyclePage(this.node, this.table, this.clock);
    copy.restore(this);
    return copy;
  }

  /** Becomes as another page of the same node is. */
  restore(other: LifecyclePage): void {
    this.name = other.name;
    this.state = other.state;
    this.sinceUs = other.sinceUs;
    this.lastEdge = other.lastEdge;
    this.lastStep = other.lastStep;
    this.residenceUs.set(other.residenceUs);
    this.taken.set(other.taken);
  }

  private follow(edge: LifecycleEdge, step: number): LifecycleEdge {
    const { state, residenceUs, taken } = this;
    const nowUs = this.clock[0] ?? 0;
    residenceUs[state] = (residenceUs[state] ?? 0) + (nowUs - this.sinceUs);
    taken[edge.index] = (taken[edge.index] ?? 0) + 1;
    this.state = edge.toIndex;
    this.name = edge.to;
    this.sinceUs = nowUs;
    this.lastEdge = edge;
    this.lastStep = step;
    return edge;
  }
}
