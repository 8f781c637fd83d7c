/**
 * A deterministic finite automaton as a plain table: `transitions[state][letter]` is the next state.
 * A letter without an entry is undeclared: the runtime refuses it as a bug.
 */
export interface Lifecycle {
  readonly states: readonly string[];
  readonly initial: string;
  /** States in which a run may legally end. */
  readonly accepting: readonly string[];
  /** States in which time passes and nothing can be done here; absent means none. */
  readonly stalled?: readonly string[];
  readonly transitions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
