/** How much an observation keeps. What lies beyond is counted and said. */
export interface ObservedLimits {
  /** Different keys, each in each consumer group. */
  readonly keys: number;
  /** Event types. */
  readonly types: number;
  /** Nodes of the tree of words. */
  readonly nodes: number;
  /** Letters of a word. */
  readonly wordLength: number;
}

/** The limits of every observation outside of tests. */
export const observedLimits: ObservedLimits = {
  keys: 200_000,
  types: 1_000,
  nodes: 50_000,
  wordLength: 1_000,
};
