/** Numbers in a state that only say which of several things came first. */
export interface OrderOnly {
  /** The names of the fields that hold such a number. */
  readonly fields: readonly string[];
  /** Fields that are not below any of them: the last number given out. */
  readonly highest: readonly string[];
  /** Fields that are not above any of them. */
  readonly lowest: readonly string[];
  /** Numbers up to this one stand for something else, such as "none". */
  readonly above: number;
}

/**
 * What may be forgotten of the states of a kind when two of them are compared to find out whether everything that can
 * happen next is the same: where every order of steps is explored, states that differ only in this count as one. Fields
 * that hold such numbers are named wherever they stand in a state.
 */
export interface StateForm<Plan = unknown> {
  /** Fields of the state that only count or remember for the picture: nothing that the node does depends on them. */
  readonly statistics: readonly string[];
  /** The same for fields deeper inside, wherever they stand, or as `parent.field` in a field of that name. */
  readonly innerStatistics: readonly string[];
  readonly orders: readonly OrderOnly[];
  /** Fields, wherever they stand, with data that people name: of what is in them nothing may be forgotten. */
  readonly opaque?: readonly string[];
  /** Further statistics of a node with this plan, wherever they stand. */
  omitsOf?(plan: Plan): readonly string[];
  /** Whether what the node does depends on how much time has passed, and not only on which of its timers were over. */
  readsClock(plan: Plan): boolean;
  /** Whether it remembers something for a time, which never ends where no time passes. */
  hasWindow?(plan: Plan): boolean;
  /** Whether what the node does depends on the keys of events, apart from its expressions; or on which of them alone. */
  readsKeys(plan: Plan): boolean | readonly string[];
  /**
   * Which of the node's steps come to the same in either order, the messages that they send included. `timers`: those of
   * its own timers with those of answers to its calls. `own`: both of these with those of what others send it.
   */
  commutes?(plan: Plan): 'timers' | 'own' | null;
  /** Named values that conditions may speak of, such as those of a store. */
  values?(state: unknown): Readonly<Record<string, unknown>>;
}
