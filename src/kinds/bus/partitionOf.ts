import type { FlowEvent } from '#engine/model/messages';

/**
 * The partition that an event belongs to, by its key alone: the same that the default partitioner of Kafka chooses, which
 * is the hash `murmur2` (Appleby, public domain) over the bytes of the key in UTF-8, without its sign, modulo the number
 * of partitions. Events without a key have no order to keep; they are spread in turn by their number.
 */
export function partitionOf({ subject, number }: FlowEvent, partitions: number): number {
  return subject === '' ? number % partitions : partitionOfKey(subject, partitions);
}

/** The same for a key that is not empty. */
export function partitionOfKey(key: string, partitions: number): number {
  return (murmur2(bytesOf(key)) & 0x7fffffff) % partitions;
}

const seed = 0x9747b28c;
const factor = 0x5bd1e995;

function murmur2(bytes: readonly number[]): number {
  const whole = bytes.length & ~3;
  let hash = seed ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    const word = Math.imul(wordAt(bytes, at, 4), factor);
    hash = Math.imul(hash, factor) ^ Math.imul(word ^ (word >>> 24), factor);
  }
  if (bytes.length > whole) hash = Math.imul(hash ^ wordAt(bytes, whole, bytes.length - whole), factor);
  hash = Math.imul(hash ^ (hash >>> 13), factor);
  return hash ^ (hash >>> 15);
}

/** Up to four bytes as one word, the first lowest. */
function wordAt(bytes: readonly number[], at: number, count: number): number {
  let word = 0;
  for (let index = 0; index < count; index += 1) word |= (bytes[at + index] ?? 0) << (8 * index);
  return word;
}

/** A text in UTF-8; half a pair of surrogates becomes the replacement character. */
function bytesOf(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    addBytes(bytes, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);
  }
  return bytes;
}

function addBytes(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  else
    bytes.push(
      0xf0 | (code >> 18),
      0x80 | ((code >> 12) & 0x3f),
      0x80 | ((code >> 6) & 0x3f),
      0x80 | (code & 0x3f),
    );
}
