/** How a property came to be broken: the run to `configuration`, then the move, if it was one. */
export interface Break {
  readonly configuration: number;
  /** Which move of that configuration, counted in the order of visiting; −1 for none. */
  readonly move: number;
  /** Whether it is that the run ends there. */
  readonly isEnd: boolean;
  readonly reason: string;
  /** Another configuration in which a run ends, which it should be like; −1 for none. */
  readonly unlike: number;
}

/** A break at a configuration: of the rest only what is not usual. */
export function breakAt(configuration: number, rest: Partial<Break>): Break {
  return { configuration, move: -1, isEnd: false, reason: '', unlike: -1, ...rest };
}
