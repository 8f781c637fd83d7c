import type { PendingTable } from './PendingTable';

const initialCapacity = 16;

/**
 * Slots of a table ordered by (time, priority, sequence number): a heap over typed arrays. The children of place p are
 * 4p + 1 to 4p + 4: few levels, and siblings share a line of cache.
 */
export class NearHeap {
  size = 0;
  private times = new Float64Array(initialCapacity);
  private slots = new Int32Array(initialCapacity);

  /** When the first is due. Only to be asked while there is one. */
  get topTimeUs(): number {
    return this.times[0] ?? 0;
  }

  get topSlot(): number {
    return this.slots[0] ?? 0;
  }

  push(timeUs: number, slot: number, table: PendingTable<unknown>): void {
    if (this.size === this.times.length) this.grow();
    this.siftUp(this.size++, timeUs, slot, table);
  }

  /** Removes the first. Only to be asked while there is one. */
  dropTop(table: PendingTable<unknown>): void {
    const last = --this.size;
    if (last > 0) this.siftDown(this.times[last] ?? 0, this.slots[last] ?? 0, table);
  }

  /** Empties the heap; what was in it, in no order. */
  takeAll(): Int32Array {
    const all = this.slots.slice(0, this.size);
    this.size = 0;
    return all;
  }

  clone(): NearHeap {
    const copy = new NearHeap();
    copy.size = this.size;
    copy.times = this.times.slice();
    copy.slots = this.slots.slice();
    return copy;
  }

  private siftUp(from: number, timeUs: number, slot: number, table: PendingTable<unknown>): void {
    const { times, slots } = this;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 2;
      const parentTime = times[parent] ?? 0;
      if (parentTime < timeUs) break;
      const parentSlot = slots[parent] ?? 0;
      if (parentTime === timeUs && table.winsTie(parentSlot, slot)) break;
      times[place] = parentTime;
      slots[place] = parentSlot;
      place = parent;
    }
    times[place] = timeUs;
    slots[place] = slot;
  }

  /**
   * Moves the hole at the top down to the bottom along the smallest children, then the entry up from there, which
   * saves the comparisons with it on the way down, as an entry from the end seldom belongs near the top (Wegener,
   * Bottom-up heapsort, 1993).
   */
  private siftDown(timeUs: number, slot: number, table: PendingTable<unknown>): void {
    const { times, slots, size } = this;
    let place = 0;
    let child = 1;
    while (child < size) {
      let time = times[child] ?? 0;
      const end = Math.min(child + 4, size);
      for (let sibling = child + 1; sibling < end; sibling++) {
        const siblingTime = times[sibling] ?? 0;
        if (siblingTime > time) continue;
        if (siblingTime === time && table.winsTie(slots[child] ?? 0, slots[sibling] ?? 0)) continue;
        child = sibling;
        time = siblingTime;
      }
      times[place] = time;
      slots[place] = slots[child] ?? 0;
      place = child;
      child = 4 * place + 1;
    }
    this.siftUp(place, timeUs, slot, table);
  }

  private grow(): void {
    const times = new Float64Array(2 * this.times.length);
    const slots = new Int32Array(2 * this.slots.length);
    times.set(this.times);
    slots.set(this.slots);
    this.times = times;
    this.slots = slots;
  }
}
