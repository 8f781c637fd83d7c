import { DueLine } from './DueLine';
import { EventQueue } from './EventQueue';
import type { PendingItem } from './PendingTable';

/** Places in the shared clock. */
const now = 0;

/**
 * A clock that a run and its event list share: the present virtual time, in a typed array that needs no boxes. It never
 * goes back.
 */
export type Clock = Float64Array;

export function createClock(): Clock {
  return new Float64Array(1);
}

/**
 * The pending items of a run, ordered by (time, priority, sequence number). Sequence numbers count the pushes
 * from 1, so the order is total and equal items leave in order of arrival.
 *
 * What is due at the very moment at which it is pushed, as most messages between nodes are, stands in a line;
 * everything else in a queue. Both are in order, so the first of all is the first of one of them.
 */
export class EventList<T> {
  private readonly clock: Clock;
  private later: EventQueue<T>;
  private line = new DueLine<T>();
  private lastSequence = 0;
  /** Due time and priority of the item popped last. */
  private readonly popped = new Float64Array(2);

  /** `crowd`: see `EventQueue`. */
  constructor(clock: Clock = createClock(), crowd?: number) {
    this.clock = clock;
    this.later = new EventQueue<T>(crowd);
  }

  get size(): number {
    return this.later.size + this.line.size;
  }

  /** When the item that `pop` returned last was due; 0 before the first. */
  get poppedTimeUs(): number {
    return this.popped[0] ?? 0;
  }

  get poppedPriority(): number {
    return this.popped[1] ?? 0;
  }

  /**
   * Adds an item and returns its sequence number, which is also the id to cancel it by: 1 for the first push,
   * then 1 more each time. The priority is a 32-bit integer; the lower goes first.
   */
  push(item: T, timeUs: number, priority = 0): number {
    if (priority === 0 && timeUs === this.clock[now]) return this.pushDue(item);
    const sequence = ++this.lastSequence;
    this.later.push(item, timeUs, priority, sequence, this.clock[now] ?? 0);
    return sequence;
  }

  /** The same for an item that is due at once, without a priority. */
  pushDue(item: T): number {
    const sequence = ++this.lastSequence;
    this.line.push(item, this.clock[now] ?? 0, sequence);
    return sequence;
  }

  /** When the first item is due; `Infinity` when there is none. */
  get nextTimeUs(): number {
    if (this.line.size > 0) return this.isLaterFirst() ? this.later.topTimeUs : this.line.firstTimeUs;
    return this.later.size === 0 ? Infinity : this.later.topTimeUs;
  }

  /**
   * Removes and returns the first item if it is due by then; `poppedTimeUs` and `poppedPriority` then hold its keys.
   * Undefined when there is none.
   */
  pop(byUs = Infinity): T | undefined {
    const { later, line, popped } = this;
    if (line.size > 0 && !this.isLaterFirst()) {
      const dueUs = line.firstTimeUs;
      if (dueUs > byUs) return undefined;
      popped[0] = dueUs;
      popped[1] = 0;
      return line.pop();
    }
    if (later.size === 0) return undefined;
    const dueUs = later.topTimeUs;
    if (dueUs > byUs) return undefined;
    popped[0] = dueUs;
    popped[1] = later.topPriority;
    return later.pop();
  }

  /** Removes the item with this id and returns it, or returns undefined when it is not pending any more. */
  cancel(id: number): T | undefined {
    return this.later.cancel(id) ?? this.line.cancel(id);
  }

  /** All pending items, first to last. */
  entries(): readonly PendingItem<T>[] {
    return [...this.later.entries(), ...this.line.entries()].toSorted(
      (a, b) => a.timeUs - b.timeUs || a.priority - b.priority || a.id - b.id,
    );
  }

  /** How many were pushed so far. */
  get pushedCount(): number {
    return this.lastSequence;
  }

  /** A list on a clock in which these are pending, after so many pushes; ids rise along them. */
  static of<T>(clock: Clock, entries: readonly PendingItem<T>[], pushedCount: number): EventList<T> {
    const list = new EventList<T>(clock);
    for (const { id, item, timeUs, priority, sinceUs } of entries) {
      if (priority === 0 && timeUs === sinceUs) list.line.push(item, timeUs, id);
      else list.later.push(item, timeUs, priority, id, sinceUs);
    }
    list.lastSequence = pushedCount;
    return list;
  }

  /** An independent copy on another clock, ids and sequence numbers included. The items are shared. */
  clone(clock: Clock = this.clock.slice()): EventList<T> {
    const copy = new EventList<T>(clock);
    copy.later = this.later.clone();
    copy.line = this.line.clone();
    copy.lastSequence = this.lastSequence;
    copy.popped.set(this.popped);
    return copy;
  }

  /** Only to be asked while the line is not empty. */
  private isLaterFirst(): boolean {
    const { later, line } = this;
    if (later.size === 0) return false;
    const difference = later.topTimeUs - line.firstTimeUs;
    return difference === 0 ? this.winsTie() : difference < 0;
  }

  /** Whether the first in the queue goes before the first in line, though both are due at the same time. */
  private winsTie(): boolean {
    const { later, line } = this;
    return later.topPriority === 0 ? later.topSequence < line.firstSequence : later.topPriority < 0;
  }
}
