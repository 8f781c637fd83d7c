import { createFifo, type Fifo } from '#engine/kernel/Fifo';
import { createDelayHeap, type DelayHeap } from './DelayHeap';
import { createLine, type Line, type Ticket } from './Line';

/** Where something is put: next to go, last to go, where it stood before, or as if it came now. */
export type Place = 'head' | 'tail' | 'old' | 'new';

/** When something in a queue expires. */
export interface Deadline extends Ticket {
  readonly dueUs: number;
  readonly partition: number;
  /** It is no longer in the queue. */
  isGone: boolean;
}

/** Everything that waits for one group, or in a dispatch loop for all of them, as plain data. */
export interface Queue<T> {
  /** The number of its group; −1 for the one of a dispatch loop. */
  readonly index: number;
  /** One, or one for each partition. */
  readonly lines: Line<T>[];
  /** How many wait, in all lines and delayed: what capacity limits. */
  waiting: number;
  /** The partition that is looked at first, so that all get their turn. */
  nextLine: number;
  /** The number of the event that goes before all others as soon as it may, by a person's hand; 0 without one. */
  preferred: number;
  /** What may not go yet, soonest first. */
  readonly delayed: DelayHeap<T>;
  /** When what waits expires, soonest first, if it leaves the queue at that moment. */
  readonly deadlines: Fifo<Deadline>;
  /** The timer for whichever of these comes first, and when; 0 when none runs. */
  alarm: number;
  alarmUs: number;
  /** Whether it is among the timed ones. */
  isTimed: boolean;
}

export function createQueue<T>(index: number, partitions: number): Queue<T> {
  return {
    index,
    lines: Array.from({ length: partitions }, () => createLine<T>()),
    waiting: 0,
    nextLine: 0,
    preferred: 0,
    delayed: createDelayHeap(),
    deadlines: createFifo(),
    alarm: 0,
    alarmUs: 0,
    isTimed: false,
  };
}
