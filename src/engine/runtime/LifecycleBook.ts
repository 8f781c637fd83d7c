import type { Lifecycle } from '#engine/automata/Lifecycle';
import { assert } from '#engine/kernel/assert';
import type { AutomatonReport, Transition } from './Trace';

interface Page {
  readonly lifecycle: Lifecycle;
  state: string;
  sinceUs: number;
  last: (Transition & { readonly atUs: number; readonly step: number }) | null;
  /** Time spent in each state before the present stay, in microseconds. */
  readonly residenceUs: Record<string, number>;
  /** How often each transition was taken, keyed `from\u0000letter`. */
  readonly taken: Record<string, number>;
}

/** Executes the lifecycle automaton of every node and keeps the books of its states. */
export class LifecycleBook {
  private readonly pages: Page[];

  constructor(lifecycles: readonly Lifecycle[]) {
    this.pages = lifecycles.map((lifecycle) => ({
      lifecycle,
      state: lifecycle.initial,
      sinceUs: 0,
      last: null,
      residenceUs: Object.fromEntries(lifecycle.states.map((state) => [state, 0])),
      taken: {},
    }));
  }

  stateOf(node: number): string {
    return this.page(node).state;
  }

  sinceUsOf(node: number): number {
    return this.page(node).sinceUs;
  }

  lastOf(node: number): Page['last'] {
    return this.page(node).last;
  }

  isAccepting(node: number): boolean {
    const page = this.page(node);
    return page.lifecycle.accepting.includes(page.state);
  }

  /** Takes a transition; one that the table does not declare is a bug. */
  take(node: number, letter: string, atUs: number, step: number): Transition {
    const page = this.page(node);
    const to = page.lifecycle.transitions[page.state]?.[letter];
    assert(to !== undefined, `The lifecycle of node ${node} has no letter ${letter} in state ${page.state}.`);
    const transition = { letter, from: page.state, to };
    const key = `${page.state}\u0000${letter}`;
    page.residenceUs[page.state] = (page.residenceUs[page.state] ?? 0) + (atUs - page.sinceUs);
    page.taken[key] = (page.taken[key] ?? 0) + 1;
    page.state = to;
    page.sinceUs = atUs;
    page.last = { ...transition, atUs, step };
    return transition;
  }

  /** Where a node stands at a moment not before its last transition; residence times add up to `nowUs`. */
  report(node: number, nowUs: number): AutomatonReport {
    const page = this.page(node);
    const residenceUs = { ...page.residenceUs };
    residenceUs[page.state] = (residenceUs[page.state] ?? 0) + (nowUs - page.sinceUs);
    return { lifecycle: page.state, last: page.last, residenceUs, taken: { ...page.taken } };
  }

  clone(): LifecycleBook {
    const copy = new LifecycleBook([]);
    for (const page of this.pages) {
      copy.pages.push({ ...page, residenceUs: { ...page.residenceUs }, taken: { ...page.taken } });
    }
    return copy;
  }

  private page(node: number): Page {
    const page = this.pages[node];
    assert(page !== undefined, `There is no node ${node}.`);
    return page;
  }
}
