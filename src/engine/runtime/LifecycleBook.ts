import { compileLifecycle } from '#engine/automata/compileLifecycle';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import { assert } from '#engine/kernel/assert';
import type { Clock } from '#engine/kernel/EventList';
import { LifecyclePage } from './LifecyclePage';
import type { AutomatonReport } from './Trace';

/** The lifecycle automata of all nodes. Its pages stay the same objects as long as a run lives. */
export class LifecycleBook {
  readonly pages: readonly LifecyclePage[];

  constructor(pages: readonly LifecyclePage[]) {
    this.pages = pages;
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
    return new LifecycleBook(this.pages.map((page) => page.clone()));
  }

  restore(other: LifecycleBook): void {
    for (const [node, page] of this.pages.entries()) page.restore(other.page(node));
  }
}

/** A page for each node, in its initial state. */
export function openLifecycles(lifecycles: readonly Lifecycle[], clock: Clock): LifecycleBook {
  const tables = new Map(lifecycles.map((lifecycle) => [lifecycle, compileLifecycle(lifecycle)]));
  return new LifecycleBook(
    lifecycles.map((lifecycle, node) => {
      const table = tables.get(lifecycle);
      assert(table !== undefined, 'Every lifecycle was compiled.');
      return new LifecyclePage(node, table, clock);
    }),
  );
}
