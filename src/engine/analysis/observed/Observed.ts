/** How often one event came right after another, and where to see it. */
export interface ObservedArrow {
  /** 0 is the start, and `letter + 1` the state in which that letter came last. */
  readonly from: number;
  /** As `from`, or `letters.length + 1` for the end. */
  readonly to: number;
  readonly count: number;
  /** From the event before to this one, summed up in microseconds; 0 from the start and to the end, which take no time. */
  readonly sumUs: number;
  readonly longestUs: number;
  /** Step of the run or line of the log at which it was taken first, and the key with which. */
  readonly place: number;
  readonly key: string;
}

/**
 * The words that were seen, as a tree: node 0 is the word of no letters, and every other one is the word of its parent
 * with a letter more. A parent stands before its children. Lists are by node.
 */
export interface SeenWords {
  readonly parents: readonly number[];
  readonly letters: readonly number[];
  /** How many words begin like this. */
  readonly counts: readonly number[];
  /** How many of them end here. */
  readonly ends: readonly number[];
  /** Step of the run or line of the log at which it was first complete, and the key with which. */
  readonly places: readonly number[];
  readonly keys: readonly string[];
}

/** What was seen in one order: which event comes after which, and the words. Plain data. */
export interface Observed {
  /** Event types by name, in the order of their appearance. */
  readonly letters: readonly string[];
  readonly arrows: readonly ObservedArrow[];
  readonly words: SeenWords;
  /** Events that were counted. */
  readonly events: number;
  /** Words: one per key and consumer group, or one for all keys of a group. */
  readonly keys: number;
  /** What was not counted, or only in part, because a limit was reached. */
  readonly missing: {
    /** Events of keys beyond the limit of keys. */
    readonly ofKeys: number;
    /** Events of types beyond the limit of types. */
    readonly ofTypes: number;
    /** Words that are in the arrows and of which the tree has only the beginning. */
    readonly cutWords: number;
  };
}
