import { freeId } from '#engine/model/freeId';
import { slugOf } from '#engine/model/slugOf';
import type { ByteReader } from './ByteReader';
import type { ByteWriter } from './ByteWriter';

/**
 * Most ids follow from what stands beside them. The code of an id says which guess is right; one past the
 * last guess says that the id itself is written. Both sides guess alike, having seen the same ids before, so
 * the guesses (`freeId` and `slugOf` among them) are part of the link format.
 */
export class IdGuesses {
  readonly #taken = new Set<string>();
  readonly #prefix: string;
  #last = '';

  /** @param prefix What ids of the list begin with when a program chose them. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** The code for the id: 0 to `idCodes - 1`. Afterwards `writeRest` puts out what the code leaves open. */
  code(id: string, name: string, prefix = this.#prefix): number {
    const found = this.#guesses(name, prefix).indexOf(id);
    return found === -1 ? idCodes - 1 : found;
  }

  writeRest(writer: ByteWriter, code: number, id: string): void {
    if (code === idCodes - 1) writer.text(id);
    this.#remember(id);
  }

  read(reader: ByteReader, code: number, name: string, prefix = this.#prefix): string {
    const id = code === idCodes - 1 ? reader.text() : (this.#guesses(name, prefix)[code] ?? '');
    this.#remember(id);
    return id;
  }

  #guesses(name: string, prefix: string): readonly string[] {
    return [freeId(prefix, this.#taken), slugOf(name), next(this.#last)];
  }

  #remember(id: string): void {
    this.#taken.add(id);
    this.#last = id;
  }
}

/** How many codes an id can have. */
export const idCodes = 4;

/** `w7` after `w6`; empty when the last id ends with no number. */
function next(id: string): string {
  const digits = /\d{1,9}$/.exec(id)?.[0];
  return digits === undefined ? '' : id.slice(0, -digits.length) + String(Number(digits) + 1);
}
