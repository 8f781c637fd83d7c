import type { Configuration } from './Configuration';
import type { ExploreProblem } from './exploreProblem';
import type { Move } from './Move';
import type { Space } from './Space';

/** What a property remembers from step to step is a whole number from 0; this one says that it is broken. */
export const broken = -1;

/** What has to hold in every run that is explored. */
export interface Property {
  /** As in the list of properties. */
  readonly id: string;
  /** In words, as a claim: "No event is lost." */
  readonly sentence: string;
  /**
   * Places of the nodes whose steps it looks at, where their order among each other counts; empty where only ends count,
   * or each of its nodes by itself.
   */
  readonly watches: readonly number[];
  /** Places of the nodes at which it matters what is the case between two steps. */
  readonly looksAt: readonly number[];
  /** Places of the nodes that it calls by their names or for which it stands which of them has what, however alike. */
  readonly tellsApart: readonly number[];
  readonly initial: number;
  /** What it remembers before the first step, where that depends on how a flow begins; absent where it is `initial`. */
  begin?(start: Configuration): number;
  /** What it remembers after a move; `broken` when the move breaks it. */
  next(remembered: number, move: Move, from: Configuration): number;
  /** Why a run must not end here, or null when it may. */
  whyNotEndHere(remembered: number, end: Configuration): string | null;
  /** Where it asks that something comes about: whether that is still owed. Absent where it only forbids. */
  isOwed?(remembered: number): boolean;
  /** What has to be the same wherever a run ends, as a text; absent where ends may differ. */
  sameAtEnds?(end: Configuration): string;
  /** Said when a move, or the beginning, broke it. */
  whyBroken(): string;
  /** Why a condition of it had no value somewhere, so that it counted as not given; empty where that never happened. */
  noValue?(): string;
}

/** What someone asks for. */
export interface PropertyRequest {
  /** An id of the list of properties. */
  readonly property: string;
  /** By name, as texts. */
  readonly arguments: Readonly<Record<string, string>>;
}

/** One sort of property, as the list has it. */
export interface PropertyKind {
  readonly id: string;
  /** The names of its arguments, in the order in which they are written. */
  readonly parameters: readonly string[];
  /** Whether it tells events apart by their keys. */
  readsKeys(given: Readonly<Record<string, string>>): boolean;
  /** The property on a space, or what is wrong with its arguments. */
  make(given: Readonly<Record<string, string>>, space: Space): Property | ExploreProblem;
}
