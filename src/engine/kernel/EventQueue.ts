import { FarBuckets } from './FarBuckets';
import { NearHeap } from './NearHeap';
import { PendingTable, type PendingItem } from './PendingTable';

/** From how many near items on they are spread over buckets; below, a heap alone is faster. */
const usualCrowd = 150;
/** Dead items that are never worth clearing away. */
const fewDead = 16;

/**
 * Items ordered by (time, priority, sequence number). The owner hands out sequence numbers, each larger than the last,
 * so the order is total and equal items leave in order of arrival.
 *
 * What is due soon stands in a heap; when that is crowded, the rest lies in buckets by time, and the next bucket goes
 * into the heap when the heap is empty. Which bucket something is in never shows: a bucket holds all that is due in its
 * stretch of time, and the heap is in order.
 *
 * A cancelled item leaves a dead slot, which is given back when it comes to the top or when the dead outnumber the
 * living; so `cancel` is cheap, and nobody need know where a slot is.
 */
export class EventQueue<T> {
  private table = new PendingTable<T>();
  private near = new NearHeap();
  private far = new FarBuckets();
  private readonly crowd: number;
  /** When more are in the heap, or more in all, the buckets are laid out (anew). */
  private crowdedAt: number;
  private grownAt: number;

  constructor(crowd = usualCrowd) {
    this.crowd = crowd;
    this.crowdedAt = crowd;
    this.grownAt = crowd;
  }

  get size(): number {
    return this.table.liveCount;
  }

  /** Adds an item under a sequence number. The priority is a 32-bit integer; the lower goes first. */
  push(item: T, timeUs: number, priority: number, sequence: number, sinceUs: number): void {
    const { far, near, table } = this;
    const slot = table.add(item, timeUs, priority, sequence, sinceUs);
    if (!far.isLaidOut || !far.add(timeUs, slot)) near.push(timeUs, slot, table);
    if (near.size > this.crowdedAt || table.liveCount > this.grownAt) this.arrange(this.gather());
  }

  /** When the first item is due. Only to be asked while there is one. */
  get topTimeUs(): number {
    return this.near.topTimeUs;
  }

  get topPriority(): number {
    return this.table.priority(this.near.topSlot);
  }

  get topSequence(): number {
    return this.table.sequence(this.near.topSlot);
  }

  /** Removes and returns the first item. Only to be asked while there is one. */
  pop(): T | undefined {
    const { near, table } = this;
    const item = table.take(near.topSlot);
    near.dropTop(table);
    if (near.size === 0 || table.deadCount > 0) this.bringLivingToTop();
    return item;
  }

  /** Removes the item with this id and returns it, or returns undefined when it is not pending any more. */
  cancel(id: number): T | undefined {
    const { table } = this;
    const item = table.kill(id);
    if (item === undefined) return undefined;
    if (table.deadCount > table.liveCount + fewDead) this.arrange(this.gather());
    else this.bringLivingToTop();
    return item;
  }

  /** All pending items, in no order. */
  entries(): PendingItem<T>[] {
    return this.table.entries();
  }

  /** An independent copy that shares the items. */
  clone(): EventQueue<T> {
    const copy = new EventQueue<T>(this.crowd);
    copy.table = this.table.clone();
    copy.near = this.near.clone();
    copy.far = this.far.clone();
    copy.crowdedAt = this.crowdedAt;
    copy.grownAt = this.grownAt;
    return copy;
  }

  /** Afterwards the top of the heap is alive; where nobody is left, heap and buckets are empty. */
  private bringLivingToTop(): void {
    const { near, table } = this;
    for (;;) {
      if (near.size === 0 && !this.refill()) return;
      if (near.size === 0) continue;
      const slot = near.topSlot;
      if (!table.isDead(slot)) return;
      near.dropTop(table);
      table.bury(slot);
    }
  }

  /** Fills the heap from the next bucket, or from outside. False when nothing is left. */
  private refill(): boolean {
    const { far, near, table } = this;
    if (!far.isLaidOut) return false;
    const head = far.takeBucket();
    if (head < 0) {
      this.arrange(this.chain(far.takeOutside(), []));
      return near.size > 0;
    }
    for (let slot = head; slot >= 0; slot = far.next(slot)) {
      if (table.isDead(slot)) table.bury(slot);
      else near.push(table.timeUs(slot), slot, table);
    }
    return true;
  }

  /** All living slots, out of the heap and the buckets; the dead are given back. */
  private gather(): readonly number[] {
    const { far, near, table } = this;
    const found: number[] = [];
    for (const slot of near.takeAll()) {
      if (table.isDead(slot)) table.bury(slot);
      else found.push(slot);
    }
    if (!far.isLaidOut) return found;
    for (let head = far.takeBucket(); head >= 0; head = far.takeBucket()) this.chain(head, found);
    return this.chain(far.takeOutside(), found);
  }

  private chain(head: number, found: number[]): readonly number[] {
    const { far, table } = this;
    for (let slot = head; slot >= 0; slot = far.next(slot)) {
      if (table.isDead(slot)) table.bury(slot);
      else found.push(slot);
    }
    return found;
  }

  /** Puts slots that stand nowhere into buckets, or where they are few into the heap. */
  private arrange(slots: readonly number[]): void {
    const { far, near, table } = this;
    const isSpread = slots.length > this.crowd && far.layOut(slots, table);
    for (const slot of slots) {
      const timeUs = table.timeUs(slot);
      if (!isSpread || !far.add(timeUs, slot)) near.push(timeUs, slot, table);
    }
    if (isSpread) this.refill();
    // Laying out costs as much as there are slots: it must have been worth it before it is done again.
    this.crowdedAt = Math.max(this.crowd, slots.length >> 2, 2 * near.size);
    this.grownAt = Math.max(this.crowd, 2 * slots.length);
  }
}
