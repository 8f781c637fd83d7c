import type { Configuration } from './Configuration';

/** A packed configuration: bytes, which zeros fill up to whole words, so that two are equal if their words are. */
export interface Row {
  readonly words: Int32Array;
  /** How many words it takes. */
  readonly wordCount: number;
}

/** A row that was kept as bytes by themselves. */
export function rowOf(bytes: Uint8Array): Row {
  const words = new Int32Array(bytes.slice().buffer);
  return { words, wordCount: words.length };
}

/** Writes rows: seven bits of a number in a byte, the lowest first, with a mark where more follows. */
export class RowWriter implements Row {
  row = new Uint8Array(4096);
  words = new Int32Array(this.row.buffer);
  length = 0;
  /** By old name: its new one, in the order in which they come, from 1; 0 for none yet. */
  private renamed = new Int32Array(256);
  private nextName = 0;

  get wordCount(): number {
    return this.length >> 2;
  }

  /** The row by itself. */
  get bytes(): Uint8Array {
    return this.row.slice(0, this.length);
  }

  begin(highest: number): void {
    this.length = 0;
    this.nextName = 0;
    const { renamed } = this;
    if (highest >= renamed.length) this.renamed = new Int32Array(2 * highest + 2);
    // For a few it is quicker than `fill`.
    else for (let name = 0; name <= highest; name += 1) renamed[name] = 0;
  }

  /** Fills the last word up. */
  end(): void {
    while ((this.length & 3) !== 0) {
      this.row[this.length] = 0;
      this.length += 1;
    }
  }

  /** A number that is no name. */
  write(value: number): void {
    if (this.length + 8 > this.row.length) this.grow(8);
    let rest = value;
    while (rest > 127) {
      this.row[this.length] = (rest & 127) | 128;
      this.length += 1;
      rest >>>= 7;
    }
    this.row[this.length] = rest;
    this.length += 1;
  }

  /** A name, as a number by the order in which names come. */
  writeName(name: number): void {
    let number = this.renamed[name] ?? 0;
    if (number === 0) {
      this.nextName += 1;
      number = this.nextName;
      this.renamed[name] = number;
    }
    this.write(number);
  }

  /** Cells of a configuration as they are, from one to before another. Every step does this, so that it is one loop. */
  copy({ cells, isName }: Configuration, from: number, to: number): void {
    if (this.length + 5 * (to - from) + 8 > this.row.length) this.grow(5 * (to - from) + 8);
    const { row, renamed } = this;
    let { length, nextName } = this;
    for (let cell = from; cell < to; cell += 1) {
      let value = cells[cell] ?? 0;
      if (isName[cell] === 1) {
        let number = renamed[value] ?? 0;
        if (number === 0) {
          nextName += 1;
          number = nextName;
          renamed[value] = number;
        }
        value = number;
      }
      while (value > 127) {
        row[length] = (value & 127) | 128;
        length += 1;
        value >>>= 7;
      }
      row[length] = value;
      length += 1;
    }
    this.length = length;
    this.nextName = nextName;
  }

  private grow(more: number): void {
    const grown = new Uint8Array(2 * (this.row.length + 4 * Math.ceil(more / 4)));
    grown.set(this.row);
    this.row = grown;
    this.words = new Int32Array(grown.buffer);
  }
}
