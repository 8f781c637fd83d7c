import type { Lifecycle } from './Lifecycle';

/** One entry of a transition table. */
export interface LifecycleEdge {
  readonly letter: string;
  readonly from: string;
  readonly to: string;
  /** Its place among all entries, row by row. */
  readonly index: number;
  /** The place of the state it leads to, or −1 when there is no such state. */
  readonly toIndex: number;
}

/** A lifecycle made ready to be run often: states are numbers, and rows are short lists. */
export interface LifecycleTable {
  readonly lifecycle: Lifecycle;
  /** By state, in the order of the lifecycle. */
  readonly edges: readonly (readonly LifecycleEdge[])[];
  readonly edgeCount: number;
}

/** Compiles a lifecycle in which `checkLifecycle` finds no problem. */
export function compileLifecycle(lifecycle: Lifecycle): LifecycleTable {
  let edgeCount = 0;
  const edges = lifecycle.states.map((from) =>
    Object.entries(rowOf(lifecycle, from)).map(([letter, to]) => ({
      letter,
      from,
      to,
      index: edgeCount++,
      toIndex: lifecycle.states.indexOf(to),
    })),
  );
  return { lifecycle, edges, edgeCount };
}

/** A text such as "constructor" must not find what every object inherits. */
function rowOf({ transitions }: Lifecycle, state: string): Readonly<Record<string, string>> {
  return Object.hasOwn(transitions, state) ? (transitions[state] ?? {}) : {};
}
