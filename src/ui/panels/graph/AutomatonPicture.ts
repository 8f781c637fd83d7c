/**
 * What the graph draws, in plain data: every automaton of the page is turned into this by the view that knows it
 * (lifecycle, protocol, statechart, observed order of events), and handed to `GraphView`.
 *
 * A picture may be made anew with every frame of a run. Where things stand depends only on states, arrows, labels and
 * nesting, and is computed in a worker and kept; `current`, `last`, tokens, notes, tones, figures and weights may change
 * all the time and never move anything.
 *
 * Ids are the caller's; texts are already in the language of the page. Order matters: states and arrows are drawn,
 * walked and listed in the order given, and the earlier ones come further left or up.
 */
export interface AutomatonPicture {
  readonly states: readonly PictureState[];
  readonly arrows: readonly PictureArrow[];
  /** Ids of the states that are active now, filled in the drawing. Several with parallel states or several keys. */
  readonly current: readonly string[];
  /** Id of the arrow that was taken last, drawn thick. */
  readonly last?: string | null;
}

export interface PictureState {
  readonly id: string;
  readonly label: string;
  /** Gets the arrow from nowhere. Inside a parent: the state that is entered with the parent. */
  readonly isInitial?: boolean;
  /** Gets the double ring. */
  readonly isAccepting?: boolean;
  /** Id of the state that this one is inside of. A state with others inside is drawn as a frame around them. */
  readonly parent?: string;
  /** `plain` if not given. */
  readonly form?: StateForm;
  /**
   * A small second line, such as "waits since 12.8 s" or "entry / emit". Give an empty text if there may be one later:
   * room is kept for it, and what is too long is cut off.
   */
  readonly note?: string;
  /** Something about this state must be noticed. The word is drawn with it, for colour alone says nothing. */
  readonly mark?: { readonly tone: 'ok' | 'warn' | 'danger'; readonly word: string };
  /** Who is in this state now, one for each key. Give an empty list if there may be some later. */
  readonly tokens?: readonly PictureToken[];
  /** How many are here besides those tokens. */
  readonly more?: number;
}

/**
 * `parallel`: the states inside are all active at once. `final`: nothing leaves it. `history`, `deepHistory`: enters what
 * was active before. `frame`: no state of its own, but stands for any of the states inside.
 */
export type StateForm = 'plain' | 'parallel' | 'final' | 'history' | 'deepHistory' | 'frame';

export interface PictureToken {
  readonly id: string;
  /** Short: the key. */
  readonly label: string;
  readonly tone?: 'ok' | 'warn' | 'danger';
}

/** One transition. Those from one state to the same other one are drawn as one line with all their labels. */
export interface PictureArrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Mostly one line, the letter. */
  readonly lines: readonly string[];
  /** A number said with the arrow, such as "12 times" or "40 %"; it may change without moving anything. */
  readonly figure?: string;
  /** From 0 to 1, drawn by width: how often it is taken, compared with the others. */
  readonly weight?: number;
  /** Stands out although it was not taken last: a difference, a path, what is enabled now. */
  readonly isLit?: boolean;
  /** Drawn dashed: not certain, not allowed, or not taken. */
  readonly isDashed?: boolean;
}
