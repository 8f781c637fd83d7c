import { createFifo, type Fifo } from '#engine/kernel/Fifo';
import type { FlowEvent } from '#engine/model/messages';
import { createRankHeap, type RankHeap } from './RankHeap';

/** By what something in a line is found again. */
export interface Ticket {
  readonly event: FlowEvent;
  /** Its place in the line, unique there: who came earlier has the lower one. */
  rank: number;
  /** From 0 to 9; the higher goes first, where the order asks for it. */
  readonly priority: number;
}

/** What stands in a line: a copy for one group, or in a dispatch loop an event with its copies. */
export interface Waiting extends Ticket {
  /** Which line of its queue it stands in. */
  readonly partition: number;
  /** Since when it may be handed out: what ageing and time to live count from. */
  visibleUs: number;
}

/** What waits of one key, and how many of that key are under way. */
export interface KeyLane<T> {
  readonly waiting: Fifo<T>;
  held: number;
}

/**
 * A line in which something waits, as plain data: how it is used depends on the order. Every lane in it is sorted by
 * rank, lowest first.
 */
export interface Line<T> {
  count: number;
  /** Copies of this line that are under way or wait for another attempt, where somebody asks. */
  held: number;
  lowestRank: number;
  highestRank: number;
  /** Everything, in the orders that have one lane. */
  readonly lane: Fifo<T>;
  /** By priority, in the order that has levels. */
  readonly levels: Fifo<T>[];
  /** By key with a colon in front, so that no key of a user can be a name that JavaScript knows. */
  readonly keyed: Record<string, KeyLane<T>>;
  keyCount: number;
  /** Keys of which nothing is under way, by the rank of their first; some are out of date. */
  readonly ready: RankHeap;
  /** All keys, by the rank of their first; some are out of date. */
  readonly ages: RankHeap;
}

export function createLine<T>(): Line<T> {
  return {
    count: 0,
    held: 0,
    lowestRank: 0,
    highestRank: 0,
    lane: createFifo(),
    levels: [],
    keyed: {},
    keyCount: 0,
    ready: createRankHeap(),
    ages: createRankHeap(),
  };
}
