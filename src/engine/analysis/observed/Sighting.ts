/** An event that was seen at a place where an order is watched. */
export interface Sighting {
  /** The name of its type. */
  readonly type: string;
  readonly key: string;
  /** What keeps an order of its own: the consumer group it was seen at; 0 where there is one order for all. */
  readonly lane: number;
  readonly timeUs: number;
  /** Where to look it up: the step of the run, or the line of the log. */
  readonly place: number;
}
