import type { Configuration } from './Configuration';
import type { Row } from './RowWriter';

const firstWords = 1 << 12;
const firstPlaces = 1 << 9;

/** Words before a row: its number, the configuration that it was reached from first, and by which of its moves. */
const headWords = 3;

/**
 * Configurations as short rows of bytes, each once, numbered in the order in which they came: an arena of words with an
 * open hash table over it. The table holds hashes beside places, so that a row is looked at only where it is likely to be
 * the one, and what belongs to a row stands before it: most of the time goes into waiting for memory.
 */
export class ConfigurationSet {
  private words = new Int32Array(firstWords);
  private bytes = new Uint8Array(this.words.buffer);
  private used = 0;
  /** By number: where its head begins, in words. */
  private starts = new Int32Array(firstPlaces);
  /** By slot: a hash, and the place of a head plus one, or 0 for nothing. */
  private table = new Int32Array(4 * firstPlaces);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Bytes of memory in use. */
  get memory(): number {
    return 4 * (this.words.length + this.starts.length + this.table.length);
  }

  /** The number of a row, which is `size` before the call when it is new. */
  add(row: Row, parent: number, move: number): number {
    const { words, wordCount } = row;
    const hash = hashOf(words, wordCount);
    const { table } = this;
    const mask = table.length - 1;
    let slot = (hash << 1) & mask;
    for (let place = table[slot + 1] ?? 0; place !== 0; place = table[slot + 1] ?? 0) {
      if (table[slot] === hash && this.isRow(place - 1, words, wordCount)) return this.words[place - 1] ?? -1;
      slot = (slot + 2) & mask;
    }
    table[slot] = hash;
    table[slot + 1] = this.used + 1;
    return this.append(words, wordCount, parent, move);
  }

  /** Reads a configuration. */
  read(number: number, into: Configuration): void {
    into.unpack(this.bytes, 4 * ((this.starts[number] ?? 0) + headWords), 4 * this.endOf(number));
  }

  /** The row of a configuration, to be read before the next one is added. */
  row(number: number): Uint8Array {
    return this.bytes.subarray(4 * ((this.starts[number] ?? 0) + headWords), 4 * this.endOf(number));
  }

  parentOf(number: number): number {
    return number < this.count ? (this.words[(this.starts[number] ?? 0) + 1] ?? -1) : -1;
  }

  moveOf(number: number): number {
    return number < this.count ? (this.words[(this.starts[number] ?? 0) + 2] ?? -1) : -1;
  }

  private endOf(number: number): number {
    return number + 1 < this.count ? (this.starts[number + 1] ?? 0) : this.used;
  }

  /** A row tells by itself where it ends, so that none is the beginning of another. */
  private isRow(head: number, words: Int32Array, wordCount: number): boolean {
    const known = this.words;
    const start = head + headWords;
    for (let index = 0; index < wordCount; index += 1) {
      if (known[start + index] !== words[index]) return false;
    }
    return true;
  }

  private append(row: Int32Array, wordCount: number, parent: number, move: number): number {
    const number = this.count;
    if (this.used + headWords + wordCount > this.words.length) this.growWords(headWords + wordCount);
    if (number === this.starts.length) this.starts = longer(this.starts, 2 * number);
    const { words, used } = this;
    this.starts[number] = used;
    words[used] = number;
    words[used + 1] = parent;
    words[used + 2] = move;
    const start = used + headWords;
    for (let index = 0; index < wordCount; index += 1) words[start + index] = row[index] ?? 0;
    this.used = start + wordCount;
    this.count = number + 1;
    if (4 * this.count > this.table.length) this.growTable();
    return number;
  }

  private growWords(more: number): void {
    this.words = longer(this.words, 2 * Math.max(this.words.length, more));
    this.bytes = new Uint8Array(this.words.buffer);
  }

  private growTable(): void {
    const old = this.table;
    const table = new Int32Array(2 * old.length);
    const mask = table.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      const place = old[from + 1] ?? 0;
      if (place === 0) continue;
      const hash = old[from] ?? 0;
      let slot = (hash << 1) & mask;
      while (table[slot + 1] !== 0) slot = (slot + 2) & mask;
      table[slot] = hash;
      table[slot + 1] = place;
    }
    this.table = table;
  }
}

function longer(list: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length);
  grown.set(list);
  return grown;
}

/** MurmurHash3 of 32 bits (Appleby 2011; public domain). */
function hashOf(words: Int32Array, count: number): number {
  let hash = count;
  for (let index = 0; index < count; index += 1) {
    const word = Math.imul(words[index] ?? 0, 0xcc9e2d51);
    hash ^= Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
