import type { FactCode } from '#engine/model/facts';
import type { Token } from '#engine/model/NodeKind';
import type { HoldingName } from '#engine/model/waits';

/** A stretch of an event's life that it spends in one place, doing one thing. */
export interface Stay {
  readonly event: number;
  /** What the node does with it, or that it is on a wire. */
  readonly what: HoldingName | 'wire';
  /** The node; for a wire, where it leads. */
  readonly node: number;
  /** Index of the wire, or −1. */
  readonly wire: number;
  /** From 1; 0 where attempts are not counted. */
  readonly attempt: number;
  readonly fromUs: number;
  /** Null as long as it lasts, as far as the run is known. */
  readonly toUs: number | null;
  readonly fromStep: number;
  /** Place among the stays of the one that it goes on from; −1 for none. */
  readonly after: number;
  /** Whether the event is in other hands meanwhile, and this node only waits to hear of it. */
  readonly isPassive: boolean;
  /** Whether it stays there for good. */
  readonly isFinal: boolean;
}

/** Something recorded about an event. */
export interface StoryFact {
  readonly event: number;
  readonly step: number;
  readonly timeUs: number;
  readonly node: number;
  readonly code: FactCode;
  readonly detail: string;
}

/** An answer that was given about an event. */
export interface StoryAnswer {
  readonly event: number;
  readonly step: number;
  readonly timeUs: number;
  /** Where it was given, and to whom, as nodes. */
  readonly from: number;
  readonly to: number;
  readonly outcome: string;
}

/** A part of an event's life: a stay, or what of it led on to the next one. */
export interface LifePart {
  /** Place among the stays of the story. */
  readonly stay: number;
  readonly fromUs: number;
  readonly toUs: number;
}

/** One event of the family. */
export interface StoryEvent {
  readonly token: Token;
  /** The node that made it. */
  readonly source: number;
  readonly bornUs: number;
  readonly bornStep: number;
  /** Number of the event that it follows from; 0 for none. */
  readonly cause: number;
  readonly relation: 'ancestor' | 'self' | 'descendant';
  /** When nobody had it any more, or it came to where it stays; null when that is not known. */
  readonly endUs: number | null;
  /**
   * The way on which its life took as long as it did, from its birth to its end (or as far as is known): every part
   * begins where the one before ends, so that together they are exactly its life.
   */
  readonly life: readonly LifePart[];
}

/** What became of an event, of those that led to it and of those that followed from it. */
export interface Story {
  readonly number: number;
  /** In order of birth. Empty when there is no such event, as far as is known. */
  readonly events: readonly StoryEvent[];
  readonly stays: readonly Stay[];
  readonly facts: readonly StoryFact[];
  readonly answers: readonly StoryAnswer[];
  /** Whether nothing more can be found out. */
  readonly isComplete: boolean;
  /** Steps up to this one were looked through. */
  readonly knownStep: number;
  /** What was cut off because there was too much of it. */
  readonly limit: '' | 'events' | 'stays';
}
