import type { PendingTable } from './PendingTable';

const nobody = -1;
/** How many fall into a bucket where they lie densest, if times are exponential. */
const perBucket = 4;
/** How far the buckets reach, in mean times ahead: beyond lies less than a thousandth, if times are exponential. */
const reach = 8;

/**
 * Slots of a table that are not due soon, thrown by their times into buckets of equal width, unordered within: adding
 * and taking cost the same however many there are (the first rung of Tang, Goh & Thng, Ladder queue, 2005). What comes
 * after the last bucket waits outside, until the buckets are laid out anew.
 */
export class FarBuckets {
  /** Whether there are buckets: while it is not so, everything is near. */
  isLaidOut = false;
  private fromUs = 0;
  private perUs = 0;
  /** By bucket, the first slot in it. */
  private heads = new Int32Array(0);
  /** The last bucket that was taken. */
  private taken = 0;
  /** The first slot of those outside. */
  private outside = nobody;
  /** By slot, the next one in its bucket, or outside. */
  private links = new Int32Array(0);

  /**
   * Lays the buckets out for the times of these slots, which live; nothing is in them yet. False when all their times
   * are the same, which no bucket tells apart.
   */
  layOut(slots: readonly number[], table: PendingTable<unknown>): boolean {
    let fromUs = Infinity;
    let sumUs = 0;
    let count = 0;
    for (const slot of slots) {
      const timeUs = table.timeUs(slot);
      if (timeUs === Infinity) continue;
      fromUs = Math.min(fromUs, timeUs);
      sumUs += timeUs;
      count++;
    }
    const aheadUs = sumUs / count - fromUs;
    this.isLaidOut = aheadUs > 0;
    if (!this.isLaidOut) return false;
    this.heads = new Int32Array(Math.ceil((count * reach) / perBucket)).fill(nobody);
    this.links = new Int32Array(table.capacity);
    this.fromUs = fromUs;
    this.perUs = count / (perBucket * aheadUs);
    this.taken = nobody;
    this.outside = nobody;
    return true;
  }

  /** Takes a slot in unless it is due too soon: then false. Only to be asked while there are buckets. */
  add(timeUs: number, slot: number): boolean {
    const bucket = Math.floor((timeUs - this.fromUs) * this.perUs);
    if (bucket <= this.taken) return false;
    if (slot >= this.links.length) this.grow(slot);
    if (bucket < this.heads.length) {
      this.links[slot] = this.heads[bucket] ?? nobody;
      this.heads[bucket] = slot;
    } else {
      this.links[slot] = this.outside;
      this.outside = slot;
    }
    return true;
  }

  /** The first slot of the next bucket that is not empty; it is taken with all that follow by `next`. −1 for none. */
  takeBucket(): number {
    const { heads } = this;
    while (this.taken + 1 < heads.length) {
      const head = heads[++this.taken] ?? nobody;
      if (head !== nobody) return head;
    }
    return nobody;
  }

  /** The same for those outside, when no bucket is left: after that there are no buckets. */
  takeOutside(): number {
    this.isLaidOut = false;
    return this.outside;
  }

  next(slot: number): number {
    return this.links[slot] ?? nobody;
  }

  clone(): FarBuckets {
    const copy = new FarBuckets();
    copy.isLaidOut = this.isLaidOut;
    copy.fromUs = this.fromUs;
    copy.perUs = this.perUs;
    copy.heads = this.heads.slice();
    copy.taken = this.taken;
    copy.outside = this.outside;
    copy.links = this.links.slice();
    return copy;
  }

  private grow(slot: number): void {
    const links = new Int32Array(2 * slot + 2);
    links.set(this.links);
    this.links = links;
  }
}
