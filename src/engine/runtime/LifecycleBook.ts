import { compileLifecycle, type LifecycleEdge, type LifecycleTable } from '#engine/automata/compileLifecycle';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import { assert, AssertionFailure } from '#engine/kernel/assert';
import type { AutomatonReport, Transition } from './Trace';

interface Page {
  readonly table: LifecycleTable;
  state: number;
  /** The name of that state. */
  name: string;
  sinceUs: number;
  last: LifecycleEdge | null;
  lastAtUs: number;
  lastStep: number;
  /** By state: time spent there before the present stay, in microseconds. */
  readonly residenceUs: Float64Array;
  /** By edge: how often it was taken. */
  readonly taken: Float64Array;
}

/** Executes the lifecycle automaton of every node and keeps the books of its states. */
export class LifecycleBook {
  private readonly pages: Page[];

  constructor(lifecycles: readonly Lifecycle[]) {
    const tables = new Map(lifecycles.map((lifecycle) => [lifecycle, compileLifecycle(lifecycle)]));
    this.pages = lifecycles.map((lifecycle) => {
      const table = tables.get(lifecycle);
      assert(table !== undefined, 'Every lifecycle was compiled.');
      return {
        table,
        state: lifecycle.states.indexOf(lifecycle.initial),
        name: lifecycle.initial,
        sinceUs: 0,
        last: null,
        lastAtUs: 0,
        lastStep: 0,
        residenceUs: new Float64Array(lifecycle.states.length),
        taken: new Float64Array(table.edgeCount),
      };
    });
  }

  stateOf(node: number): string {
    return this.page(node).name;
  }

  sinceUsOf(node: number): number {
    return this.page(node).sinceUs;
  }

  lastOf(node: number): (Transition & { readonly atUs: number; readonly step: number }) | null {
    const { last, lastAtUs, lastStep } = this.page(node);
    return last === null ? null : { ...last.transition, atUs: lastAtUs, step: lastStep };
  }

  isAccepting(node: number): boolean {
    const page = this.page(node);
    return page.table.lifecycle.accepting.includes(page.name);
  }

  /** Takes the transition of a letter; one that the table does not declare is a bug. */
  take(node: number, letter: string, atUs: number, step: number): LifecycleEdge {
    const page = this.page(node);
    for (const edge of page.table.edges[page.state] ?? []) {
      if (edge.transition.letter === letter) return follow(page, edge, atUs, step);
    }
    throw new AssertionFailure(`Node ${node} has no letter ${letter} in state ${page.name}.`);
  }

  /** Takes the first transition that leads to a state, or null when it stands there; none at all is a bug. */
  moveTo(node: number, state: string, atUs: number, step: number): LifecycleEdge | null {
    const page = this.page(node);
    if (page.name === state) return null;
    for (const edge of page.table.edges[page.state] ?? []) {
      if (edge.transition.to === state) return follow(page, edge, atUs, step);
    }
    throw new AssertionFailure(`No letter leads node ${node} from ${page.name} to ${state}.`);
  }

  /** Where a node stands at a moment not before its last transition; residence times add up to `nowUs`. */
  report(node: number, nowUs: number): AutomatonReport {
    const page = this.page(node);
    const residenceUs: Record<string, number> = {};
    page.table.lifecycle.states.forEach((state, index) => {
      const stayUs = index === page.state ? nowUs - page.sinceUs : 0;
      residenceUs[state] = (page.residenceUs[index] ?? 0) + stayUs;
    });
    const taken: Record<string, number> = {};
    for (const row of page.table.edges) {
      for (const { transition, index } of row) {
        const count = page.taken[index] ?? 0;
        if (count > 0) taken[`${transition.from}\u0000${transition.letter}`] = count;
      }
    }
    return { lifecycle: page.name, last: this.lastOf(node), residenceUs, taken };
  }

  clone(): LifecycleBook {
    const copy = new LifecycleBook([]);
    for (const page of this.pages) {
      copy.pages.push({ ...page, residenceUs: page.residenceUs.slice(), taken: page.taken.slice() });
    }
    return copy;
  }

  private page(node: number): Page {
    const page = this.pages[node];
    assert(page !== undefined, 'A node number is that of a node of the flow.');
    return page;
  }
}

function follow(page: Page, edge: LifecycleEdge, atUs: number, step: number): LifecycleEdge {
  page.residenceUs[page.state] = (page.residenceUs[page.state] ?? 0) + (atUs - page.sinceUs);
  page.taken[edge.index] = (page.taken[edge.index] ?? 0) + 1;
  page.state = edge.toIndex;
  page.name = edge.transition.to;
  page.sinceUs = atUs;
  page.last = edge;
  page.lastAtUs = atUs;
  page.lastStep = step;
  return edge;
}
