import { strToU8 } from 'fflate';

/** Writes whole numbers and texts one after the other into as few bytes as simple means allow. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2^53 − 1: seven bits a byte, lowest first (LEB128). */
  whole(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** A whole number of either sign, near to 0 more often than not. */
  signed(value: number): void {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /**
   * Any finite number, exactly: even codes are whole numbers, odd ones whole numbers of a decimal fraction
   * with up to six places, or, with 7 in their place, decimal text.
   */
  number(value: number): void {
    const largest = 2 ** 46;
    if (Number.isInteger(value) && value >= 0 && value < largest) {
      this.whole(value * 2);
      return;
    }
    for (let places = 0; places <= 6; places++) {
      const digits = Math.round(Math.abs(value) * 10 ** places);
      if (digits < largest && digits / 10 ** places === Math.abs(value)) {
        this.whole(((digits * 8 + places) * 2 + (value < 0 ? 1 : 0)) * 2 + 1);
        return;
      }
    }
    this.whole(7 * 4 + 1);
    this.text(String(value));
  }

  /** UTF-8, ended by a zero: texts of a document hold none, and what follows compresses better than a length before. */
  text(text: string): void {
    const bytes = strToU8(text);
    this.#reserve(bytes.length + 1);
    for (const byte of bytes) if (byte !== 0) this.#bytes[this.#length++] = byte;
    this.#bytes[this.#length++] = 0;
  }

  /** The bytes of another writer, and before them how many they are. */
  part(part: ByteWriter): void {
    this.whole(part.#length);
    this.#reserve(part.#length);
    this.#bytes.set(part.bytes, this.#length);
    this.#length += part.#length;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
