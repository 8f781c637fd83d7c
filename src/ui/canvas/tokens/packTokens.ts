import type { TokenLook } from '#ui/look/drawToken';
import type { SeenToken } from './SeenToken';

const looks: readonly TokenLook[] = ['event', 'reply', 'badReply', 'dead'];
const fields = 5;

/** Tokens as numbers, which go to another thread without being copied one by one. */
export class TokenPack {
  #numbers = new Float64Array(64 * fields);
  #length = 0;

  add({ wire, share, type, look, number }: SeenToken): void {
    const at = this.#length;
    if (at === this.#numbers.length) {
      const grown = new Float64Array(2 * at);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    const numbers = this.#numbers;
    numbers[at] = wire;
    numbers[at + 1] = share;
    numbers[at + 2] = type;
    numbers[at + 3] = looks.indexOf(look);
    numbers[at + 4] = number;
    this.#length = at + fields;
  }

  /** What was added, to be handed over; the pack is empty then, and can be filled again. */
  take(): Float64Array<ArrayBuffer> {
    const taken = this.#numbers.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}

/** The tokens that were packed. */
export function unpackTokens(packed: Float64Array): readonly SeenToken[] {
  const number = (at: number) => packed[at] ?? 0;
  return Array.from({ length: packed.length / fields }, (_, index) => {
    const at = index * fields;
    return {
      wire: number(at),
      share: number(at + 1),
      type: number(at + 2),
      look: looks[number(at + 3)] ?? 'event',
      number: number(at + 4),
    };
  });
}
