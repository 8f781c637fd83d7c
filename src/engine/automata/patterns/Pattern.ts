/** What stands for an event in the expression and the sentence of a pattern. */
export type PatternEvent = 'a' | 'b' | 'c';

/**
 * A rule on the order of events that people state often: one of Dwyer, Avrunin and Corbett (Patterns in property
 * specifications for finite-state verification, 1999), or a template of DECLARE (Pesic and van der Aalst, 2006). It
 * says which finite traces hold.
 */
export interface Pattern {
  /** Stable: documents name it. */
  readonly id: string;
  /** The events it is about, each another one. */
  readonly events: readonly PatternEvent[];
  /** Whether it has a number, which is called n. */
  readonly counts: boolean;
  /** Whether other events matter too, because it speaks of neighbours, of the first, the last or of all. */
  readonly isAboutAll: boolean;
  /** A regular expression over a, b and c of the traces that hold; n stands for the number. */
  readonly expression: string;
  /** What a person says, with {a}, {b}, {c} and {n}; it goes on from the sentence of a scope. */
  readonly sentence: string;
  /** What holds of a finite trace, in one sentence. */
  readonly meaning: string;
}
