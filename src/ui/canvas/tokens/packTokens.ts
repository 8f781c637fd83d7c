import type { TokenLook } from '#ui/look/drawToken';
import type { SeenToken } from './SeenToken';

const looks: readonly TokenLook[] = ['event', 'reply', 'badReply', 'dead'];
const fields = 5;

/** Tokens as numbers, which go to another thread without being copied one by one. */
export function packTokens(tokens: readonly SeenToken[]): Float64Array<ArrayBuffer> {
  const packed = new Float64Array(tokens.length * fields);
  let at = 0;
  for (const { wire, share, type, look, number } of tokens) {
    packed[at] = wire;
    packed[at + 1] = share;
    packed[at + 2] = type;
    packed[at + 3] = looks.indexOf(look);
    packed[at + 4] = number;
    at += fields;
  }
  return packed;
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
