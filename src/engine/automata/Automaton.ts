/**
 * A deterministic finite automaton as a plain table. States and letters are numbers, their names stand in lists.
 * It may be partial: a letter without an arrow is refused there, and with it every word that goes on from it.
 */
export interface Automaton {
  /** At least one; each name once. */
  readonly states: readonly string[];
  /** Each name once. */
  readonly letters: readonly string[];
  readonly initial: number;
  /** By state. */
  readonly accepting: readonly boolean[];
  /** `table[state * letters.length + letter]` is the next state, or −1 where there is no arrow. */
  readonly table: Int32Array;
}

/** An automaton without its marks: where words lead, and not what is made of them. */
export type Arrows = Omit<Automaton, 'accepting'>;

/** A word: names of letters. */
export type Word = readonly string[];
