import { SlotFinder } from './SlotFinder';

/** A pending item with its keys. */
export interface PendingItem<T> {
  /** The sequence number: what `cancel` asks for. */
  readonly id: number;
  readonly item: T;
  readonly timeUs: number;
  readonly priority: number;
  /** When it was pushed. */
  readonly sinceUs: number;
}

const initialCapacity = 16;

/* The keys of a slot stand together, so that reading one brings the others near. */
const keysEach = 3;
const timeAt = 0;
/** 0 in a free slot, negative in a dead one. */
const sequenceAt = 1;
const sinceAt = 2;

const none = -1;

/**
 * Items with their keys, each in a slot of its own, the keys in a typed array by slot. A cancelled item is dead: its
 * slot stays taken until whoever orders the slots comes across it and gives it back.
 */
export class PendingTable<T> {
  liveCount = 0;
  deadCount = 0;
  private items: (T | undefined)[] = Array.from({ length: initialCapacity });
  private keys = new Float64Array(initialCapacity * keysEach);
  /** The priority in a taken slot, in a free one the next that is free. */
  private priorities = linked(0, initialCapacity, none);
  private firstFree = 0;
  private finder = new SlotFinder();

  get capacity(): number {
    return this.items.length;
  }

  timeUs(slot: number): number {
    return this.keys[slot * keysEach + timeAt] ?? 0;
  }

  priority(slot: number): number {
    return this.priorities[slot] ?? 0;
  }

  sequence(slot: number): number {
    return this.keys[slot * keysEach + sequenceAt] ?? 0;
  }

  /** Takes an item in and returns its slot. Sequence numbers rise by 1 from one that comes here to the next, or more. */
  add(item: T, timeUs: number, priority: number, sequence: number, sinceUs: number): number {
    if (this.firstFree === none) this.grow();
    const slot = this.firstFree;
    const { keys, priorities } = this;
    this.firstFree = priorities[slot] ?? none;
    priorities[slot] = priority;
    const place = slot * keysEach;
    keys[place + timeAt] = timeUs;
    keys[place + sequenceAt] = sequence;
    keys[place + sinceAt] = sinceUs;
    this.finder.add(sequence, slot, this);
    this.items[slot] = item;
    this.liveCount++;
    return slot;
  }

  isDead(slot: number): boolean {
    return this.sequence(slot) < 0;
  }

  /** Takes a living item out; its slot is free. */
  take(slot: number): T | undefined {
    const item = this.items[slot];
    this.items[slot] = undefined;
    this.liveCount--;
    this.free(slot);
    return item;
  }

  /** Gives a dead slot back. */
  bury(slot: number): void {
    this.deadCount--;
    this.free(slot);
  }

  /** Kills the item with this sequence number and returns it; undefined when it does not live here. */
  kill(sequence: number): T | undefined {
    const slot = this.finder.find(sequence);
    if (!(sequence > 0) || slot < 0 || this.sequence(slot) !== sequence) return undefined;
    const item = this.items[slot];
    this.items[slot] = undefined;
    this.keys[slot * keysEach + sequenceAt] = -sequence;
    this.liveCount--;
    this.deadCount++;
    return item;
  }

  /** Whether the item in one slot goes before that in another which is due at the same time. */
  winsTie(slot: number, other: number): boolean {
    const difference = this.priority(slot) - this.priority(other);
    return difference === 0 ? this.sequence(slot) < this.sequence(other) : difference < 0;
  }

  /** All living items, in no order. */
  entries(): PendingItem<T>[] {
    const found: PendingItem<T>[] = [];
    for (let slot = 0; slot < this.capacity; slot++) {
      const id = this.sequence(slot);
      if (id <= 0) continue;
      found.push({
        id,
        // The slot of a living item holds what was pushed, even where T itself admits undefined.
        item: this.items[slot] as T,
        timeUs: this.timeUs(slot),
        priority: this.priority(slot),
        sinceUs: this.keys[slot * keysEach + sinceAt] ?? 0,
      });
    }
    return found;
  }

  /** An independent copy that shares the items. */
  clone(): PendingTable<T> {
    const copy = new PendingTable<T>();
    copy.liveCount = this.liveCount;
    copy.deadCount = this.deadCount;
    copy.items = this.items.slice();
    copy.keys = this.keys.slice();
    copy.priorities = this.priorities.slice();
    copy.firstFree = this.firstFree;
    copy.finder = this.finder.clone();
    return copy;
  }

  private free(slot: number): void {
    this.keys[slot * keysEach + sequenceAt] = 0;
    this.priorities[slot] = this.firstFree;
    this.firstFree = slot;
  }

  private grow(): void {
    const old = this.capacity;
    const capacity = 2 * old;
    const keys = new Float64Array(capacity * keysEach);
    keys.set(this.keys);
    this.keys = keys;
    const priorities = linked(old, capacity, this.firstFree);
    priorities.set(this.priorities);
    this.priorities = priorities;
    this.firstFree = old;
    for (let slot = old; slot < capacity; slot++) this.items.push(undefined);
  }
}

/** So many slots, of which those from one on are free, each linked with the next, and the last with another. */
function linked(from: number, capacity: number, last: number): Int32Array {
  const links = new Int32Array(capacity);
  for (let slot = from; slot < capacity; slot++) links[slot] = slot + 1 < capacity ? slot + 1 : last;
  return links;
}
