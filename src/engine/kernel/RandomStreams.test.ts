import { expect, test } from 'vitest';
import { createStreams, RandomStreams } from './RandomStreams';

const draw = <T>(count: number, next: () => T): readonly T[] => Array.from({ length: count }, next);

/** Pearson's statistic for counts that should all be equal. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Four standard deviations above the mean of a chi-square law, by its normal approximation. */
const chiSquareLimit = (degrees: number) => degrees + 4 * Math.sqrt(2 * degrees);

test('is xoshiro128** 1.1, by vectors made with its reference program', () => {
  const small = new RandomStreams([1, 2, 3, 4]);
  expect(draw(6, () => small.nextUint32(0))).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  const large = new RandomStreams([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0]);
  expect(draw(4, () => large.nextUint32(0))).toEqual([0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70]);
});

test('equal seeds and names give equal streams, and any other seed or name another one', () => {
  const first = (seed: number, name: string) => createStreams(seed, [name]).nextUint32(0);
  expect(first(7, 'orders')).toBe(first(7, 'orders'));
  const seeds = [0, 1, 2, -1, 0.5, 2 ** 31, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
  const names = ['', 'a', 'b', 'ab', 'ba', 'a ', '订单', 'orders', 'orders2'];
  const starts = seeds.flatMap((seed) => names.map((name) => first(seed, name)));
  expect(new Set(starts).size).toBe(seeds.length * names.length);
});

test('a stream does not depend on which others there are, nor on what they drew', () => {
  const alone = createStreams(42, ['payment']);
  const together = createStreams(42, ['orders', 'payment', 'mail']);
  const expected = draw(50, () => alone.nextUint32(0));
  const found = draw(50, () => {
    together.nextUnit(0);
    together.nextUnit(2);
    return together.nextUint32(1);
  });
  expect(found).toEqual(expected);
});

test('restoring a clone repeats what came after it, and a clone draws for itself', () => {
  const streams = createStreams(1, ['a', 'b']);
  streams.nextUnit(1);
  const snapshot = streams.clone();
  const after = draw(20, () => streams.nextUnit(1));
  const copy = snapshot.clone();
  expect(draw(20, () => copy.nextUnit(1))).toEqual(after);
  streams.restore(snapshot);
  expect(draw(20, () => streams.nextUnit(1))).toEqual(after);
});

test.each([1, 2, 3])('units fall evenly into 1,000 equal parts of [0, 1), seed %i', (seed) => {
  const streams = createStreams(seed, ['a']);
  const counts = draw(1000, () => 0);
  const filled = [...counts];
  for (let n = 0; n < 200_000; n++) {
    const part = Math.floor(streams.nextUnit(0) * 1000);
    filled[part] = (filled[part] ?? 0) + 1;
  }
  expect(filled).toHaveLength(1000);
  expect(chiSquare(filled)).toBeLessThan(chiSquareLimit(999));
});

test('each of the 32 bits and its neighbour in time are evenly set', () => {
  const streams = createStreams(5, ['a']);
  const counts = Array.from({ length: 32 }, () => [0, 0, 0, 0]);
  let before = streams.nextUint32(0);
  for (let n = 0; n < 40_000; n++) {
    const now = streams.nextUint32(0);
    counts.forEach((pairs, bit) => {
      const pair = 2 * ((before >>> bit) & 1) + ((now >>> bit) & 1);
      pairs[pair] = (pairs[pair] ?? 0) + 1;
    });
    before = now;
  }
  expect(Math.max(...counts.map(chiSquare))).toBeLessThan(chiSquareLimit(3) + 4);
});

test('streams of neighbouring names and seeds are not alike: their pairs fill a 20 × 20 grid evenly', () => {
  const streams = createStreams(9, ['node-1', 'node-2']);
  const neighbour = createStreams(10, ['node-1']);
  const names = Array.from({ length: 400 }, () => 0);
  const seeds = Array.from({ length: 400 }, () => 0);
  for (let n = 0; n < 100_000; n++) {
    const row = 20 * Math.floor(streams.nextUnit(0) * 20);
    const byName = row + Math.floor(streams.nextUnit(1) * 20);
    const bySeed = row + Math.floor(neighbour.nextUnit(0) * 20);
    names[byName] = (names[byName] ?? 0) + 1;
    seeds[bySeed] = (seeds[bySeed] ?? 0) + 1;
  }
  expect(chiSquare(names)).toBeLessThan(chiSquareLimit(399));
  expect(chiSquare(seeds)).toBeLessThan(chiSquareLimit(399));
});

test('two words drawn at once are those that come one after the other', () => {
  const single = createStreams(9, ['a', 'b']);
  const double = createStreams(9, ['a', 'b']);
  for (let turn = 0; turn < 1_000; turn += 1) {
    const stream = turn % 2;
    const first = double.nextWords(stream) >>> 0;
    expect([first, double.secondWord >>> 0]).toEqual([single.nextUint32(stream), single.nextUint32(stream)]);
  }
});
