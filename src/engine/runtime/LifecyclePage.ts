import type { LifecycleEdge, LifecycleTable } from '#engine/automata/compileLifecycle';
import { AssertionFailure } from '#engine/kernel/assert';
import type { Clock } from '#engine/kernel/EventList';
import type { AutomatonReport, Transition } from './Trace';

/* Places in the part of the books that is a page's, from its first on. */
const sinceAt = 0;
const firstState = 1;

/** How many numbers a page needs in the books. */
export function numbersOf({ lifecycle, edgeCount }: LifecycleTable): number {
  return firstState + lifecycle.states.length + edgeCount;
}

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
   * it was taken: from a place on in the books of all pages.
   */
  private readonly books: Float64Array;
  readonly from: number;

  constructor(node: number, table: LifecycleTable, clock: Clock, books: Float64Array, from: number) {
    const { lifecycle } = table;
    this.node = node;
    this.clock = clock;
    this.table = table;
    this.name = lifecycle.initial;
    this.state = lifecycle.states.indexOf(lifecycle.initial);
    this.books = books;
    this.from = from;
  }

  /** How many numbers it has in the books. */
  get length(): number {
    return numbersOf(this.table);
  }

  /** When the present stay began. */
  get sinceUs(): number {
    return this.books[this.from + sinceAt] ?? 0;
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

  /** Where it stands, in numbers; an edge of −1 is none. */
  get standing(): { readonly state: number; readonly edge: number; readonly step: number } {
    return { state: this.state, edge: this.lastEdge?.index ?? -1, step: this.lastStep };
  }

  /** Stands where the books, which were changed elsewhere, have led it. */
  stand(state: number, edge: number, step: number): void {
    const { edges, lifecycle } = this.table;
    this.state = state;
    this.name = lifecycle.states[state] ?? this.name;
    if (this.lastEdge?.index !== edge) this.lastEdge = edgeOf(edges, edge);
    this.lastStep = step;
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

  /** How long it was in a state, by its place, up to a moment not before its last transition. */
  residenceUs(state: number, nowUs: number): number {
    const stayUs = state === this.state ? nowUs - this.sinceUs : 0;
    return (this.books[this.from + firstState + state] ?? 0) + stayUs;
  }

  /** Where it stands at a moment not before its last transition; residence times add up to `nowUs`. */
  report(nowUs: number): AutomatonReport {
    const { lifecycle, edges } = this.table;
    const stays = this.from + firstState;
    const residenceUs: Record<string, number> = {};
    lifecycle.states.forEach((state, index) => {
      residenceUs[state] = this.residenceUs(index, nowUs);
    });
    const taken: Record<string, number> = {};
    for (const { from, letter, index } of edges.flat()) {
      const count = this.books[stays + lifecycle.states.length + index] ?? 0;
      if (count > 0) taken[`${from}\u0000${letter}`] = count;
    }
    return { lifecycle: this.name, last: this.last, residenceUs, taken };
  }

  /** A page like this, in a copy of the books. */
  cloneInto(books: Float64Array): LifecyclePage {
    const copy = new LifecyclePage(this.node, this.table, this.clock, books, this.from);
    copy.restore(this);
    return copy;
  }

  /** Becomes as another page of the same node is, but for what the books hold. */
  restore(other: LifecyclePage): void {
    this.name = other.name;
    this.state = other.state;
    this.lastEdge = other.lastEdge;
    this.lastStep = other.lastStep;
  }

  private follow(edge: LifecycleEdge, step: number): LifecycleEdge {
    const { books, from, state, table } = this;
    const nowUs = this.clock[0] ?? 0;
    const stay = from + firstState + state;
    const taken = from + firstState + table.lifecycle.states.length + edge.index;
    books[stay] = (books[stay] ?? 0) + (nowUs - (books[from + sinceAt] ?? 0));
    books[taken] = (books[taken] ?? 0) + 1;
    books[from + sinceAt] = nowUs;
    this.state = edge.toIndex;
    this.name = edge.to;
    this.lastEdge = edge;
    this.lastStep = step;
    return edge;
  }
}

function edgeOf(rows: LifecycleTable['edges'], index: number): LifecycleEdge | null {
  for (const row of rows) for (const edge of row) if (edge.index === index) return edge;
  return null;
}
