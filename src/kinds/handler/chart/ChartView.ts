/** What the face of a handler, and the picture of its statechart, show of it. */
export interface ChartView {
  /** Instances there are, those that are done included. */
  readonly instances: number;
  readonly done: number;
  /** How many ended at a limit. */
  readonly broken: number;
  /** Events that no transition took. */
  readonly unhandled: number;
  /** Whether there is one for every key. */
  readonly isPerKey: boolean;
  /** The instances that were stepped last, the latest first, at most 12. */
  readonly recent: readonly ChartInstanceView[];
  /** The books of the states that were ever entered, at most 60. */
  readonly states: readonly StateView[];
}

/** An instance of the chart at one moment. */
export interface ChartInstanceView {
  readonly key: string;
  readonly status: 'active' | 'done' | 'error';
  /** The innermost active states as one text. */
  readonly text: string;
  /** All active states by their places in document order. */
  readonly states: readonly number[];
  readonly sinceUs: number;
  /** When its next delay is over; null when none runs. */
  readonly dueUs: number | null;
}

/** The books of one state. */
export interface StateView {
  /** Its place in document order. */
  readonly index: number;
  /** How many instances are in it. */
  readonly now: number;
  readonly entered: number;
  /** Time spent in it by all instances together, in microseconds, up to `sinceUs`; from there `now` of them add to it. */
  readonly sumUs: number;
  readonly sinceUs: number;
}
