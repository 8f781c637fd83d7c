/** What is asked of the keys that a node keeps something for. */
export interface KeyQuestion {
  /** The id of the protocol whose keys are meant; empty for those of the node itself. */
  readonly of: string;
  /** Keys that contain this are looked for; all where it is empty. */
  readonly like: string;
  /** The key that is wanted to be told of; null for none. */
  readonly key: string | null;
}

/** The keys of a node, and one of them in detail. */
export interface KeyReport {
  /** What was asked for. */
  readonly question: KeyQuestion;
  /** How many keys there are. */
  readonly count: number;
  /** How many of them contain what is looked for. */
  readonly matching: number;
  /** Of these the first: that which is it, those that begin with it, and others; at most 20. */
  readonly found: readonly string[];
  /** What is known of the wanted key, plain JSON as the kind has it; null where it has nothing of it. */
  readonly detail: unknown;
}
