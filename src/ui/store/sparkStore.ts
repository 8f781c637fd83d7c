import { create } from 'zustand';

/** A figure over the whole run, small enough for a node: heights from 0 to 1, each from one time to the next. */
export interface Spark {
  readonly edgesUs: readonly number[];
  readonly heights: readonly number[];
}

interface SparkState {
  /** How long queues were over the run, by node id; of nodes at which nothing ever waited there is none. */
  readonly sparks: ReadonlyMap<string, Spark>;
  /** The time at which all of them end. */
  readonly untilUs: number;
}

/** What the nodes on the canvas show of their queues over time. */
export const useSparks = create<SparkState>(() => ({ sparks: new Map(), untilUs: 1 }));
