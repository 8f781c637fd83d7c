import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TraceHash } from './TraceHash';

function hashOf(...parts: readonly (number | string)[]): string {
  const hash = new TraceHash();
  for (const part of parts) {
    if (typeof part === 'number') hash.addInt(part);
    else hash.addText(part);
  }
  return hash.digest();
}

function distance(one: string, other: string): number {
  const difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  return difference.toString(2).replaceAll('0', '').length;
}

test('stays what it was when links were made with it', () => {
  expect(hashOf()).toBe('0000000000000000');
  expect(hashOf(1)).toBe('beb3e025376fe44e');
  expect(hashOf('OrderPlaced', 1_500_000, -1)).toBe('60a4e75b5f6d7fc1');
});

test('is 16 hexadecimal digits, and the same again when asked again', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.double(), fc.string())), (parts) => {
      const digest = hashOf(...parts);
      expect(digest).toMatch(/^[0-9a-f]{16}$/);
      expect(hashOf(...parts)).toBe(digest);
    }),
    { seed: 3 },
  );
});

test('one changed bit of a number changes about half of the bits', () => {
  let total = 0;
  let fewest = 64;
  for (let bit = 0; bit < 53; bit++) {
    for (let base = 0; base < 20; base++) {
      const number = base * 7_919_000_003;
      const changed = Number(BigInt(number) ^ (1n << BigInt(bit)));
      const changedBits = distance(hashOf(number, 5), hashOf(changed, 5));
      total += changedBits;
      fewest = Math.min(fewest, changedBits);
    }
  }
  expect(total / (53 * 20)).toBeGreaterThan(31);
  expect(total / (53 * 20)).toBeLessThan(33);
  expect(fewest).toBeGreaterThanOrEqual(14);
});

test('minds the order, where one part ends, and whether it is a number or a text', () => {
  expect(hashOf(1, 2)).not.toBe(hashOf(2, 1));
  expect(hashOf('ab', 'c')).not.toBe(hashOf('a', 'bc'));
  expect(hashOf('a')).not.toBe(hashOf('a', ''));
  expect(hashOf('a')).not.toBe(hashOf('a\u0000'));
  expect(hashOf('7')).not.toBe(hashOf(7));
  expect(hashOf('')).not.toBe(hashOf(0));
  expect(hashOf(0)).not.toBe(hashOf());
  expect(hashOf(0)).not.toBe(hashOf(0, 0));
  expect(hashOf(0.5)).not.toBe(hashOf(0));
  expect(hashOf(2 ** 40)).not.toBe(hashOf(2 ** 41));
});

test('takes −0 for 0 and every NaN for the same', () => {
  expect(hashOf(-0)).toBe(hashOf(0));
  expect(hashOf(Number.NaN)).toBe(hashOf(0 / 0));
  expect(hashOf(Number.NaN)).not.toBe(hashOf(Infinity));
});

test('tells a hundred thousand short traces apart', () => {
  const seen = new Set<string>();
  for (let first = 0; first < 317; first++) {
    for (let second = 0; second < 317; second++) seen.add(hashOf(first, second));
  }
  expect(seen.size).toBe(317 * 317);
});

test('a clone goes on from where it was taken, and leaves the original alone', () => {
  const hash = new TraceHash();
  hash.addText('a');
  const copy = hash.clone();
  copy.addInt(1);
  expect(hash.digest()).toBe(hashOf('a'));
  expect(copy.digest()).toBe(hashOf('a', 1));
});
