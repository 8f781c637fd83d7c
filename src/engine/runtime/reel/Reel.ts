import type { FactCounts, Flight, NodeFrame } from '../Trace';

/** Pictures at regular times, for playing what happens too fast for every step to be told. */
export interface ReelQuery {
  /** The first picture is so much later than this. */
  readonly fromUs: number;
  readonly everyUs: number;
  readonly count: number;
  /** Of the messages that take no time, at most one of a look is told for each wire in so long. */
  readonly hopEveryUs: number;
}

/** What has changed since the picture before; of the first one, since the place where they start. */
export interface Still {
  /** The last step that is not later than the time. */
  readonly step: number;
  readonly timeUs: number;
  readonly stepUs: number;
  readonly nodes: readonly (readonly [node: number, after: NodeFrame])[];
  /** Ids of the flights that ended, and what set out and is under way. */
  readonly landed: readonly number[];
  readonly sent: readonly Flight[];
  /** Some of the messages that set out and took no time. */
  readonly hops: readonly Flight[];
  readonly facts: FactCounts;
  readonly failing: readonly number[];
}
