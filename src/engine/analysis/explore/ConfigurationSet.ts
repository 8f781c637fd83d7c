const firstBytes = 1 << 14;
const firstPlaces = 1 << 9;

/**
 * Configurations as short rows of bytes, each once, numbered in the order in which they came: an arena of bytes with an
 * open hash table over it, so that a configuration costs little more than what it says.
 */
export class ConfigurationSet {
  private bytes = new Uint8Array(firstBytes);
  private used = 0;
  /** By number: where its row begins. */
  private starts = new Float64Array(firstPlaces);
  private hashes = new Int32Array(firstPlaces);
  /** By number: the one it was reached from first, and by which of its steps. */
  private parents = new Int32Array(firstPlaces);
  private moves = new Int32Array(firstPlaces);
  /** Number plus one, or 0 for nothing. */
  private table = new Int32Array(2 * firstPlaces);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Bytes of memory in use. */
  get memory(): number {
    return this.bytes.length + 8 * this.starts.length + 12 * this.hashes.length + 4 * this.table.length;
  }

  /** The number of a row, which is `size` before the call when it is new. */
  add(row: Uint8Array, length: number, parent: number, move: number): number {
    const hash = hashOf(row, length);
    const mask = this.table.length - 1;
    let slot = hash & mask;
    for (let found = this.table[slot] ?? 0; found !== 0; found = this.table[slot] ?? 0) {
      if (this.hashes[found - 1] === hash && this.isRow(found - 1, row, length)) return found - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.count;
    this.table[slot] = number + 1;
    this.append(row, length, hash, parent, move);
    return number;
  }

  /** The row of a configuration, to be read before the next one is added. */
  row(number: number): Uint8Array {
    return this.bytes.subarray(this.starts[number] ?? 0, this.endOf(number));
  }

  parentOf(number: number): number {
    return this.parents[number] ?? -1;
  }

  moveOf(number: number): number {
    return this.moves[number] ?? -1;
  }

  private endOf(number: number): number {
    return number + 1 < this.count ? (this.starts[number + 1] ?? 0) : this.used;
  }

  private isRow(number: number, row: Uint8Array, length: number): boolean {
    const start = this.starts[number] ?? 0;
    if (this.endOf(number) - start !== length) return false;
    const { bytes } = this;
    for (let index = 0; index < length; index += 1) if (bytes[start + index] !== row[index]) return false;
    return true;
  }

  private append(row: Uint8Array, length: number, hash: number, parent: number, move: number): void {
    if (this.used + length > this.bytes.length) this.growBytes();
    if (this.count === this.hashes.length) this.growPlaces();
    for (let index = 0; index < length; index += 1) this.bytes[this.used + index] = row[index] ?? 0;
    const number = this.count;
    this.starts[number] = this.used;
    this.hashes[number] = hash;
    this.parents[number] = parent;
    this.moves[number] = move;
    this.used += length;
    this.count += 1;
    if (this.count * 2 > this.table.length) this.growTable();
  }

  private growBytes(): void {
    const grown = new Uint8Array(2 * this.bytes.length);
    grown.set(this.bytes);
    this.bytes = grown;
  }

  private growPlaces(): void {
    const length = 2 * this.hashes.length;
    const starts = new Float64Array(length);
    starts.set(this.starts);
    this.starts = starts;
    this.hashes = longer(this.hashes, length);
    this.parents = longer(this.parents, length);
    this.moves = longer(this.moves, length);
  }

  private growTable(): void {
    const table = new Int32Array(2 * this.table.length);
    const mask = table.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = (this.hashes[number] ?? 0) & mask;
      while ((table[slot] ?? 0) !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    this.table = table;
  }
}

function longer(list: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length);
  grown.set(list);
  return grown;
}

/** The hash of Jenkins, one at a time (2006; public domain). */
function hashOf(row: Uint8Array, length: number): number {
  let hash = 0;
  for (let index = 0; index < length; index += 1) {
    hash = (hash + (row[index] ?? 0)) | 0;
    hash = (hash + (hash << 10)) | 0;
    hash ^= hash >>> 6;
  }
  hash = (hash + (hash << 3)) | 0;
  hash ^= hash >>> 11;
  return (hash + (hash << 15)) | 0;
}
