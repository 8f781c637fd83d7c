import type { PendingItem } from './PendingTable';

const initialCapacity = 64;

/**
 * Items that are due as soon as they are pushed, in a ring: they leave in the order in which they came, without
 * the work of a heap. Due times and sequence numbers never fall from one push to the next.
 */
export class DueLine<T> {
  private items: (T | undefined)[] = Array.from({ length: initialCapacity });
  private times = new Float64Array(initialCapacity);
  private sequences = new Float64Array(initialCapacity);
  private isDead = new Uint8Array(initialCapacity);
  /** Places count up for ever and are taken modulo the capacity, a power of two. The first is never dead. */
  private head = 0;
  private tail = 0;
  private liveCount = 0;

  get size(): number {
    return this.liveCount;
  }

  /** Only to be asked while there is one. */
  get firstTimeUs(): number {
    return this.times[this.head & (this.times.length - 1)] ?? 0;
  }

  get firstSequence(): number {
    return this.sequences[this.head & (this.times.length - 1)] ?? 0;
  }

  push(item: T, timeUs: number, sequence: number): void {
    if (this.tail - this.head === this.times.length) this.grow();
    const slot = this.tail++ & (this.times.length - 1);
    this.items[slot] = item;
    this.times[slot] = timeUs;
    this.sequences[slot] = sequence;
    this.isDead[slot] = 0;
    this.liveCount++;
  }

  /** Removes and returns the first item. Only to be asked while there is one. */
  pop(): T | undefined {
    const slot = this.head & (this.times.length - 1);
    const item = this.items[slot];
    this.items[slot] = undefined;
    this.head++;
    this.liveCount--;
    if (this.liveCount < this.tail - this.head) this.dropDead();
    return item;
  }

  /** Removes the item with this sequence number and returns it; undefined when it is not here. */
  cancel(sequence: number): T | undefined {
    const place = this.find(sequence);
    const slot = place & (this.times.length - 1);
    if (place === this.tail || this.sequences[slot] !== sequence || this.isDead[slot] === 1) return undefined;
    const item = this.items[slot];
    this.items[slot] = undefined;
    this.isDead[slot] = 1;
    this.liveCount--;
    this.dropDead();
    return item;
  }

  /** All items, first to last. */
  entries(): PendingItem<T>[] {
    const found: PendingItem<T>[] = [];
    for (let place = this.head; place < this.tail; place++) {
      const slot = place & (this.times.length - 1);
      if (this.isDead[slot] === 1) continue;
      const timeUs = this.times[slot] ?? 0;
      // The slot of a living entry holds what was pushed, even where T itself admits undefined.
      const item = this.items[slot] as T;
      found.push({ id: this.sequences[slot] ?? 0, item, timeUs, priority: 0, sinceUs: timeUs });
    }
    return found;
  }

  /** An independent copy that shares the items. */
  clone(): DueLine<T> {
    const copy = new DueLine<T>();
    copy.items = this.items.slice();
    copy.times = this.times.slice();
    copy.sequences = this.sequences.slice();
    copy.isDead = this.isDead.slice();
    copy.head = this.head;
    copy.tail = this.tail;
    copy.liveCount = this.liveCount;
    return copy;
  }

  /** The first place whose sequence number is not below this one, by bisection. */
  private find(sequence: number): number {
    let low = this.head;
    let high = this.tail;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.sequences[middle & (this.times.length - 1)] ?? 0) < sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private dropDead(): void {
    while (this.head < this.tail && this.isDead[this.head & (this.times.length - 1)] === 1) this.head++;
  }

  private grow(): void {
    const capacity = 2 * this.times.length;
    const entries = this.entries();
    this.items = Array.from({ length: capacity });
    this.times = new Float64Array(capacity);
    this.sequences = new Float64Array(capacity);
    this.isDead = new Uint8Array(capacity);
    this.head = 0;
    this.tail = 0;
    this.liveCount = 0;
    for (const { item, timeUs, id } of entries) this.push(item, timeUs, id);
  }
}
