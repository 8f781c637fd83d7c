/** From one state to another by a letter, or by none at all. */
export interface Arrow {
  readonly from: number;
  /** The number of a letter, or `silent`. */
  readonly letter: number;
  readonly to: number;
}

/** The letter of an arrow that is taken without reading anything. */
export const silent = -1;

/** A finite automaton with any number of initial states and of arrows by one letter; silent ones too. */
export interface NondeterministicAutomaton {
  /** Each name once. */
  readonly states: readonly string[];
  /** Each name once. */
  readonly letters: readonly string[];
  readonly initials: readonly number[];
  /** By state. */
  readonly accepting: readonly boolean[];
  readonly arrows: readonly Arrow[];
}
