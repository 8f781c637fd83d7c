import { limits } from '#engine/model/limits';
import { strFromU8 } from 'fflate';

/**
 * Reads what a `ByteWriter` wrote. It never throws: beyond the end, or where a code means nothing, it says
 * `isDamaged` from then on and answers with zeros and empty texts, so that all loops end.
 */
export class ByteReader {
  isDamaged = false;
  /** Set when a code is unknown rather than impossible: whoever wrote it knows more than this program. */
  isNewer = false;
  readonly #bytes: Uint8Array;
  #at = 0;
  #room: number =
    limits.items + limits.nodes + limits.wires + limits.eventTypes + limits.interventions + limits.faults;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.isDamaged ? undefined : this.#bytes[this.#at++];
    if (value === undefined) this.isDamaged = true;
    return value ?? 0;
  }

  whole(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 56; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return Number.isSafeInteger(value) ? value : this.#damaged();
    }
    return this.#damaged();
  }

  signed(): number {
    const code = this.whole();
    return code % 2 === 0 ? code / 2 : -(code + 1) / 2;
  }

  number(): number {
    const code = this.whole();
    if (code % 2 === 0) return code / 2;
    const rest = Math.floor(code / 2);
    const scaled = Math.floor(rest / 2);
    const places = scaled % 8;
    if (places === 7) return this.#decimal();
    const size = Math.floor(scaled / 8) / 10 ** places;
    return rest % 2 === 1 ? -size : size;
  }

  text(): string {
    const end = this.isDamaged ? -1 : this.#bytes.indexOf(0, this.#at);
    if (end === -1) {
      this.isDamaged = true;
      return '';
    }
    const text = strFromU8(this.#bytes.subarray(this.#at, end));
    this.#at = end + 1;
    return text;
  }

  /**
   * How many entries follow: at most `max`, no more than there are bytes left, each entry taking at least
   * one, and in all lists together no more than a document may have.
   */
  count(max: number): number {
    const count = this.whole();
    this.#room -= count;
    const isPossible = count <= max && count <= this.#bytes.length - this.#at && this.#room >= 0;
    return isPossible ? count : this.#damaged();
  }

  /** What `read` makes of a part that tells its own length, with room of its own; none of it may be left over. */
  part<T>(read: (reader: ByteReader) => T): T {
    const length = this.whole();
    const end = this.#at + length;
    if (end > this.#bytes.length) this.isDamaged = true;
    const part = new ByteReader(this.#bytes.subarray(this.#at, this.isDamaged ? this.#at : end));
    const value = read(part);
    this.#at = end;
    this.isNewer ||= part.isNewer;
    this.isDamaged ||= part.isDamaged || !part.isAtEnd;
    return value;
  }

  /** The entry of a list that a number points to. */
  choose<T>(list: readonly T[], index: number): T | undefined {
    const chosen = list[index];
    if (chosen === undefined && !this.isDamaged) {
      this.isNewer = true;
      this.isDamaged = true;
    }
    return chosen;
  }

  #decimal(): number {
    const value = Number(this.text());
    return Number.isFinite(value) ? value : this.#damaged();
  }

  #damaged(): number {
    this.isDamaged = true;
    return 0;
  }
}
