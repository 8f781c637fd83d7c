import type { LifecycleEdge, LifecycleTable } from '#engine/automata/compileLifecycle';
import { AssertionFailure } from '#engine/kernel/assert';
import type { Clock } from '#engine/kernel/EventList';
import type { AutomatonReport, Transition } from './Trace';

/* Places in the books of a page. */
const sinceAt = 0;
const firstState = 1;

/** The lifecycle automaton of one node while it runs, and the books of its states. */
export class LifecyclePage {
  /** The name of the present state. */
  name: string;
  private readonly node: number;
  private readonly clock: Clock;
  private readonly table: LifecycleTable;
  private state: number;
  private lastEdge: LifecycleEdge | null = null;
  private lastStep = 0;
  /**
   * When the present stay began, then by state the time spent there before it, in microseconds, then by edge how often
   * it was taken. In one array, which is fetched at once.
   */
  private readonly books: Float64Array;

  constructor(node: number, table: LifecycleTable, clock: Clock) {
    const { lifecycle } = table;
    this.node = node;
    this.clock = clock;
    this.table = table;
    this.name = lifecycle.initial;
    this.state = lifecycle.states.indexOf(lifecycle.initial);
    this.books = new Float64Array(firstState + lifecycle.states.length + table.edgeCount);
  }

  /** When the present stay began. */
  get sinceUs(): number {
    return this.books[sinceAt] ?? 0;
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
      residenceUs[state] = (this.books[firstState + index] ?? 0) + stayUs;
    });
    const taken: Record<string, number> = {};
    for (const { from, letter, index } of edges.flat()) {
      const count = this.books[firstState + lifecycle.states.length + index] ?? 0;
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
    this.lastEdge = other.lastEdge;
    this.lastStep = other.lastStep;
    this.books.set(other.books);
  }

  private follow(edge: LifecycleEdge, step: number): LifecycleEdge {
    const { books, state, table } = this;
    const nowUs = this.clock[0] ?? 0;
    const taken = firstState + table.lifecycle.states.length + edge.index;
    books[firstState + state] = (books[firstState + state] ?? 0) + (nowUs - (books[sinceAt] ?? 0));
    books[taken] = (books[taken] ?? 0) + 1;
    books[sinceAt] = nowUs;
    this.state = edge.toIndex;
    this.name = edge.to;
    this.lastEdge = edge;
    this.lastStep = step;
    return edge;
  }
}
