import type { EdgeList } from './EdgeList';

/** A part of a graph: its configurations, and which of their moves count. */
export interface Part {
  readonly members: readonly number[];
  /** Whether the move of a configuration with a number there counts. */
  readonly keeps: (from: number, ordinal: number) => boolean;
}

/**
 * The strongly connected components of a part of a graph that have at least one move inside of them, by the algorithm of
 * Tarjan (Depth-first search and linear graph algorithms, 1972), without recursion.
 */
export function circlesIn(edges: EdgeList, { members, keeps }: Part): readonly (readonly number[])[] {
  const search = new Search(edges, new Set(members), keeps);
  for (const root of members) search.from(root);
  return search.found;
}

/** Where the search stands at a configuration. */
interface Visit {
  readonly at: number;
  next: number;
}

class Search {
  readonly found: (readonly number[])[] = [];
  private readonly edges: EdgeList;
  private readonly members: ReadonlySet<number>;
  private readonly keeps: Part['keeps'];
  private readonly order = new Map<number, number>();
  private readonly low = new Map<number, number>();
  private readonly open = new Set<number>();
  private readonly stack: number[] = [];

  constructor(edges: EdgeList, members: ReadonlySet<number>, keeps: Part['keeps']) {
    this.edges = edges;
    this.members = members;
    this.keeps = keeps;
  }

  from(root: number): void {
    if (this.order.has(root)) return;
    const path: Visit[] = [this.enter(root)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const to = this.nextOf(visit);
      if (to >= 0) path.push(this.enter(to));
      else if (visit.next >= this.edges.degreeOf(visit.at)) {
        path.pop();
        const above = path.at(-1);
        if (above !== undefined) this.lower(above.at, this.low.get(visit.at) ?? 0);
        this.leave(visit.at);
      }
    }
  }

  private enter(at: number): Visit {
    this.order.set(at, this.order.size);
    this.low.set(at, this.order.size - 1);
    this.open.add(at);
    this.stack.push(at);
    return { at, next: 0 };
  }

  /** The next configuration that was not visited yet; −1 where there is none. */
  private nextOf(visit: Visit): number {
    const degree = this.edges.degreeOf(visit.at);
    while (visit.next < degree) {
      const to = this.edges.target(visit.at, visit.next);
      const counts = this.members.has(to) && this.keeps(visit.at, visit.next);
      visit.next += 1;
      if (!counts) continue;
      if (!this.order.has(to)) return to;
      if (this.open.has(to)) this.lower(visit.at, this.order.get(to) ?? 0);
    }
    return -1;
  }

  private lower(at: number, to: number): void {
    if (to < (this.low.get(at) ?? 0)) this.low.set(at, to);
  }

  private leave(at: number): void {
    if (this.low.get(at) !== this.order.get(at)) return;
    const component: number[] = [];
    for (let one = this.stack.pop(); one !== undefined; one = this.stack.pop()) {
      this.open.delete(one);
      component.push(one);
      if (one === at) break;
    }
    if (component.length > 1 || this.leadsToItself(at)) this.found.push(component);
  }

  private leadsToItself(at: number): boolean {
    for (let ordinal = 0; ordinal < this.edges.degreeOf(at); ordinal += 1) {
      if (this.edges.target(at, ordinal) === at && this.keeps(at, ordinal)) return true;
    }
    return false;
  }
}
