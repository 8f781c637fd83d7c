import { compileLifecycle } from '#engine/automata/compileLifecycle';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import { assert } from '#engine/kernel/assert';
import type { Clock } from '#engine/kernel/EventList';
import { LifecyclePage, numbersOf } from './LifecyclePage';
import type { AutomatonReport } from './Trace';

/**
 * The lifecycle automata of all nodes, with one array for all their numbers: what lies together is found quickly, and
 * copied at once. Its pages stay the same objects as long as a run lives.
 */
export class LifecycleBook {
  private readonly pages: readonly LifecyclePage[];
  readonly books: Float64Array;

  constructor(pages: readonly LifecyclePage[], books: Float64Array) {
    this.pages = pages;
    this.books = books;
  }

  page(node: number): LifecyclePage {
    const page = this.pages[node];
    assert(page !== undefined, 'A node number is that of a node of the flow.');
    return page;
  }

  report(node: number, nowUs: number): AutomatonReport {
    return this.page(node).report(nowUs);
  }

  clone(): LifecycleBook {
    const books = this.books.slice();
    return new LifecycleBook(
      this.pages.map((page) => page.cloneInto(books)),
      books,
    );
  }

  restore(other: LifecycleBook): void {
    this.books.set(other.books);
    for (const [node, page] of this.pages.entries()) page.restore(other.page(node));
  }
}

/** A page for each node, in its initial state. */
export function openLifecycles(lifecycles: readonly Lifecycle[], clock: Clock): LifecycleBook {
  const known = new Map(lifecycles.map((lifecycle) => [lifecycle, compileLifecycle(lifecycle)]));
  const tables = lifecycles.map((lifecycle) => {
    const table = known.get(lifecycle);
    assert(table !== undefined, 'Every lifecycle was compiled.');
    return table;
  });
  const books = new Float64Array(tables.reduce((sum, table) => sum + numbersOf(table), 0));
  let from = 0;
  const pages = tables.map((table, node) => {
    const page = new LifecyclePage(node, table, clock, books, from);
    from += numbersOf(table);
    return page;
  });
  return new LifecycleBook(pages, books);
}
