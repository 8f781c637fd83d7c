import { SlotFinder } from './SlotFinder';

/** A pending item with its keys. */
export interface PendingItem<T> {
  /** The sequence number: what `cancel` and `take` ask for. */
  readonly id: number;
  readonly item: T;
  readonly timeUs: number;
  readonly priority: number;
  /** When it was pushed. */
  readonly sinceUs: number;
}

const initialCapacity = 16;

/**
 * Items ordered by (time, priority, sequence number): a binary heap over typed arrays with the items beside it.
 * The owner hands out sequence numbers, each larger than the last, so the order is total and equal items leave in
 * order of arrival.
 *
 * A cancelled item leaves a dead entry in the heap, which is dropped when it comes to the top or when the dead
 * outnumber the living; so `cancel` costs amortised O(log n) and the heap need not know where its entries are.
 */
export class EventHeap<T> {
  /** By place in the heap. The children of place p are 4p + 1 to 4p + 4: few levels, and siblings share a line of cache. */
  private heapTimes = new Float64Array(initialCapacity);
  private heapSlots = new Int32Array(initialCapacity);
  /** Entries in the heap, the dead included. The top is never dead. */
  private heapSize = 0;
  private liveCount = 0;

  /** By slot. */
  private priorities = new Int32Array(initialCapacity);
  private sequences = new Float64Array(initialCapacity);
  private sinceTimes = new Float64Array(initialCapacity);
  private isDead = new Uint8Array(initialCapacity);
  private items: (T | undefined)[] = Array.from({ length: initialCapacity });

  /** Slots from `heapSize` on are free; this list says which, in the places from `heapSize` on. */
  private freeSlots = Int32Array.from({ length: initialCapacity }, (_, slot) => slot);

  private finder = new SlotFinder();

  get size(): number {
    return this.liveCount;
  }

  /** Adds an item under a sequence number. The priority is a 32-bit integer; the lower goes first. */
  push(item: T, timeUs: number, priority: number, sequence: number, sinceUs: number): void {
    if (this.heapSize === this.heapTimes.length) this.grow();
    const slot = this.freeSlots[this.heapSize] ?? 0;
    this.priorities[slot] = priority;
    this.sinceTimes[slot] = sinceUs;
    this.finder.add(sequence, slot, this.sequences);
    this.sequences[slot] = sequence;
    this.items[slot] = item;
    this.liveCount++;
    this.siftUp(this.heapSize++, 0, timeUs, slot);
  }

  /** When the first item is due. Only to be asked while there is one. */
  get topTimeUs(): number {
    return this.heapTimes[0] ?? 0;
  }

  get topPriority(): number {
    return this.priorities[this.heapSlots[0] ?? 0] ?? 0;
  }

  get topSequence(): number {
    return this.sequences[this.heapSlots[0] ?? 0] ?? 0;
  }

  /** Removes and returns the first item. Only to be asked while there is one. */
  pop(): T | undefined {
    const slot = this.heapSlots[0] ?? 0;
    const item = this.items[slot];
    this.sequences[slot] = 0;
    this.items[slot] = undefined;
    this.liveCount--;
    this.dropTop();
    if (this.liveCount < this.heapSize) this.dropDeadTops();
    return item;
  }

  /** Removes the item with this id and returns it, or returns undefined when it is not pending any more. */
  cancel(id: number): T | undefined {
    const slot = this.finder.find(id);
    if (!(id > 0) || this.sequences[slot] !== id || this.isDead[slot] === 1) return undefined;
    const item = this.items[slot];
    this.items[slot] = undefined;
    this.isDead[slot] = 1;
    this.liveCount--;
    if (this.heapSize > 2 * this.liveCount + initialCapacity) this.compact();
    else this.dropDeadTops();
    return item;
  }

  /** All pending items, in no order. */
  entries(): PendingItem<T>[] {
    const found: PendingItem<T>[] = [];
    for (let place = 0; place < this.heapSize; place++) {
      const slot = this.heapSlots[place] ?? 0;
      if (this.isDead[slot] === 1) continue;
      found.push({
        id: this.sequences[slot] ?? 0,
        // The slot of a living entry holds what was pushed, even where T itself admits undefined.
        item: this.items[slot] as T,
        timeUs: this.heapTimes[place] ?? 0,
        priority: this.priorities[slot] ?? 0,
        sinceUs: this.sinceTimes[slot] ?? 0,
      });
    }
    return found;
  }

  /** An independent copy that shares the items. */
  clone(): EventHeap<T> {
    const copy = new EventHeap<T>();
    copy.heapTimes = this.heapTimes.slice();
    copy.heapSlots = this.heapSlots.slice();
    copy.heapSize = this.heapSize;
    copy.liveCount = this.liveCount;
    copy.priorities = this.priorities.slice();
    copy.sequences = this.sequences.slice();
    copy.sinceTimes = this.sinceTimes.slice();
    copy.isDead = this.isDead.slice();
    copy.freeSlots = this.freeSlots.slice();
    copy.finder = this.finder.clone();
    copy.items = this.items.slice();
    return copy;
  }

  /** Whether the item in one slot goes before that in another which is due at the same time. */
  private winsTie(slot: number, other: number): boolean {
    const difference = (this.priorities[slot] ?? 0) - (this.priorities[other] ?? 0);
    return difference === 0 ? (this.sequences[slot] ?? 0) < (this.sequences[other] ?? 0) : difference < 0;
  }

  private siftUp(from: number, top: number, timeUs: number, slot: number): void {
    const { heapTimes, heapSlots } = this;
    let place = from;
    while (place > top) {
      const parent = (place - 1) >> 2;
      const parentTime = heapTimes[parent] ?? 0;
      if (parentTime < timeUs) break;
      const parentSlot = heapSlots[parent] ?? 0;
      if (parentTime === timeUs && this.winsTie(parentSlot, slot)) break;
      heapTimes[place] = parentTime;
      heapSlots[place] = parentSlot;
      place = parent;
    }
    heapTimes[place] = timeUs;
    heapSlots[place] = slot;
  }

  /**
   * Moves the hole at a place down to the bottom along the smallest children, then the entry up from there, which
   * saves the comparisons with it on the way down, as an entry from the end seldom belongs near the top (Wegener,
   * Bottom-up heapsort, 1993).
   */
  private siftDown(top: number, timeUs: number, slot: number): void {
    const { heapTimes, heapSlots, heapSize } = this;
    let place = top;
    let child = 4 * place + 1;
    while (child < heapSize) {
      let time = heapTimes[child] ?? 0;
      const end = Math.min(child + 4, heapSize);
      for (let sibling = child + 1; sibling < end; sibling++) {
        const siblingTime = heapTimes[sibling] ?? 0;
        if (siblingTime > time) continue;
        if (siblingTime === time && this.winsTie(heapSlots[child] ?? 0, heapSlots[sibling] ?? 0)) continue;
        child = sibling;
        time = siblingTime;
      }
      heapTimes[place] = time;
      heapSlots[place] = heapSlots[child] ?? 0;
      place = child;
      child = 4 * place + 1;
    }
    this.siftUp(place, top, timeUs, slot);
  }

  private dropTop(): void {
    const last = --this.heapSize;
    this.freeSlots[last] = this.heapSlots[0] ?? 0;
    if (last > 0) this.siftDown(0, this.heapTimes[last] ?? 0, this.heapSlots[last] ?? 0);
  }

  private dropDeadTops(): void {
    while (this.liveCount < this.heapSize) {
      const slot = this.heapSlots[0] ?? 0;
      if (this.isDead[slot] === 0) return;
      this.isDead[slot] = 0;
      this.sequences[slot] = 0;
      this.dropTop();
    }
  }

  /** Drops all dead entries and rebuilds the heap in linear time. */
  private compact(): void {
    const { heapTimes, heapSlots, isDead } = this;
    let kept = 0;
    let freed = this.heapSize;
    for (let place = 0; place < this.heapSize; place++) {
      const slot = heapSlots[place] ?? 0;
      if (isDead[slot] === 1) {
        isDead[slot] = 0;
        this.sequences[slot] = 0;
        this.freeSlots[--freed] = slot;
      } else {
        heapTimes[kept] = heapTimes[place] ?? 0;
        heapSlots[kept++] = slot;
      }
    }
    this.heapSize = kept;
    for (let place = (kept + 2) >> 2; place >= 0; place--) {
      this.siftDown(place, heapTimes[place] ?? 0, heapSlots[place] ?? 0);
    }
  }

  private grow(): void {
    const capacity = 2 * this.heapTimes.length;
    const copyInto = <A extends Float64Array | Int32Array | Uint8Array>(bigger: A, old: A): A => {
      bigger.set(old);
      return bigger;
    };
    this.heapTimes = copyInto(new Float64Array(capacity), this.heapTimes);
    this.heapSlots = copyInto(new Int32Array(capacity), this.heapSlots);
    this.priorities = copyInto(new Int32Array(capacity), this.priorities);
    this.sinceTimes = copyInto(new Float64Array(capacity), this.sinceTimes);
    this.sequences = copyInto(new Float64Array(capacity), this.sequences);
    this.isDead = copyInto(new Uint8Array(capacity), this.isDead);
    this.freeSlots = copyInto(new Int32Array(capacity), this.freeSlots);
    for (let slot = capacity / 2; slot < capacity; slot++) {
      this.freeSlots[slot] = slot;
      this.items.push(undefined);
    }
  }
}
