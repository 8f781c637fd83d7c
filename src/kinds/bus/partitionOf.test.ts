import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowEvent } from '#engine/model/messages';
import { partitionOf } from './partitionOf';

// Of an event only key and number matter.
const event = (subject: string, number = 1) => ({ subject, number }) as FlowEvent;

/** Also beyond ASCII, and with half a pair of surrogates. */
const key = fc.oneof(fc.string(), fc.constantFrom('Käufer', '订单-1', '🚌', '\ud83d'));

test('equal keys share a partition, and every partition is one of those there are', () => {
  fc.assert(
    fc.property(key, fc.integer({ min: 1, max: 64 }), (key, partitions) => {
      const partition = partitionOf(event(key, 7), partitions);
      expect(partition).toBe(partitionOf(event(key, 7), partitions));
      expect(partition).toBeGreaterThanOrEqual(0);
      expect(partition).toBeLessThan(partitions);
      expect(Number.isInteger(partition)).toBe(true);
    }),
    { seed: 20_260_901 },
  );
});

test('the hash is the one that Kafka takes', () => {
  // The values that the tests of Kafka's own murmur2 state, without their sign.
  const known: readonly [string, number][] = [
    ['21', -973_932_308],
    ['foobar', -790_332_482],
    ['a-little-bit-long-string', -985_981_536],
    ['a-little-bit-longer-string', -1_486_304_829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971],
    ['abc', 479_470_107],
  ];
  for (const [key, hash] of known) expect(partitionOf(event(key), 2 ** 31)).toBe(hash & 0x7fffffff);
});

test('keys spread evenly, and events without a key go round', () => {
  const counts = [0, 0, 0];
  for (let key = 1; key <= 3_000; key += 1) {
    const partition = partitionOf(event(`order-${key}`), 3);
    counts[partition] = (counts[partition] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(100);
  expect([1, 2, 3, 4].map((number) => partitionOf(event('', number), 3))).toEqual([1, 2, 0, 1]);
});
