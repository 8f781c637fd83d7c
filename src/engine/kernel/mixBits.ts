/**
 * Scatters a 32-bit integer: every input bit changes every output bit with a probability near one half. A
 * permutation of the 32-bit integers. The finaliser of MurmurHash3 (Appleby, public domain).
 */
export function mixBits(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
