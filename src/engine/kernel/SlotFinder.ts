const smallest = 1024;

/** By slot, the sequence number that lives there. */
interface Slots {
  readonly capacity: number;
  sequence(slot: number): number;
}

/**
 * Finds the slot of a sequence number, where sequence numbers are handed out one after the other. The latest are
 * found in a ring by their low bits; whoever outlives a turn of the ring is swept into a map. Adding writes one
 * word at the next place in memory and removing writes nothing, which a hash table cannot match: a slot that is
 * found may be stale, and the caller compares the sequence number that now stands in it.
 */
export class SlotFinder {
  private ring = new Int32Array(smallest);
  /** The ring knows all later sequence numbers. */
  private coveredAfter = 0;
  private nextSweep = smallest;
  /** Never changed once made, so copies share it. */
  private stragglers: ReadonlyMap<number, number> = new Map();

  /**
   * Notes where a sequence number lives, one more than the last. The table tells which sequence number lives in a slot;
   * nothing above 0 where none does.
   */
  add(sequence: number, slot: number, table: Slots): void {
    if (sequence >= this.nextSweep) this.sweep(sequence, table);
    // The mask is below 2^31, so the low bits survive the conversion to 32 bits.
    this.ring[sequence & (this.ring.length - 1)] = slot;
  }

  /** The slot in which a sequence number lives if it still lives anywhere; anything, or -1, if it does not. */
  find(sequence: number): number {
    if (sequence <= this.coveredAfter) return this.stragglers.get(sequence) ?? -1;
    return this.ring[sequence & (this.ring.length - 1)] ?? -1;
  }

  clone(): SlotFinder {
    const copy = new SlotFinder();
    copy.ring = this.ring.slice();
    copy.coveredAfter = this.coveredAfter;
    copy.nextSweep = this.nextSweep;
    copy.stragglers = this.stragglers;
    return copy;
  }

  /** Goes through all slots, but only once in at least two pushes per slot. */
  private sweep(sequence: number, table: Slots): void {
    const length = Math.max(this.ring.length, 4 * table.capacity);
    const isGrowing = length > this.ring.length;
    if (isGrowing) this.ring = new Int32Array(length);
    this.coveredAfter = isGrowing ? sequence - 1 : sequence - 1 - length / 2;
    this.nextSweep = this.coveredAfter + length;
    const stragglers = new Map<number, number>();
    for (let slot = 0; slot < table.capacity; slot++) {
      const living = table.sequence(slot);
      if (living > 0 && living <= this.coveredAfter) stragglers.set(living, slot);
    }
    this.stragglers = stragglers;
  }
}
