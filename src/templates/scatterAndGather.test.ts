import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

describe('scatter, gather', () => {
  /** Mean time from a request to its n-th offer, in milliseconds: requests come every half second from 500 ms on. */
  const meanMs = (slowMs: number, count: number) => {
    const nodes = { buyer: { count }, 'supplier-e': { service: { law: 'exponential', mean: slowMs } } };
    const offers = new Map<string, number>();
    const sums = [0, 0, 0, 0, 0];
    for (const { key, bornUs } of listWork(
      readLesson('scatter-and-gather', { untilMs: 0, nodes }),
      'gather',
    )) {
      const nth = offers.get(key) ?? 0;
      offers.set(key, nth + 1);
      sums[nth] = (sums[nth] ?? 0) + bornUs / 1000 - Number(key.slice(8)) * 500;
    }
    expect([...offers.values()].every((n) => n === 5)).toBe(true);
    return { three: (sums[2] ?? 0) / count, five: (sums[4] ?? 0) / count };
  };

  test('in the lesson the store says 228.3 and 79.2 ms', () => {
    const { recent } = new LessonRun(readLesson('scatter-and-gather')).store('waits');
    expect(recent.find(({ key }) => key === 'five')?.value).toContain('"meanMs":228.3,"n":1000');
    expect(recent.find(({ key }) => key === 'three')?.value).toContain('"meanMs":79.2,"n":1000');
    const { three, five } = meanMs(100, 1000);
    expect([Math.round(three * 10), Math.round(five * 10)]).toEqual([792, 2283]);
  });

  test('all five take 228.3 ms, the first three 78.3 ms', () => {
    const { three, five } = meanMs(100, 4000);
    // Standard deviations of one request: 100 · √(1 + 1/4 + 1/9 + 1/16 + 1/25) = 121 and 100 · √(1/9 + 1/16 + 1/25) = 46.
    expect(Math.abs(five - 228.33)).toBeLessThan((4 * 121) / Math.sqrt(4000));
    expect(Math.abs(three - 78.33)).toBeLessThan((4 * 46) / Math.sqrt(4000));
  });

  test('with one supplier of 1 s all five take 1,026 ms, the first three 103 ms', () => {
    const { three, five } = meanMs(1000, 4000);
    // From the distributions of the largest and of the third of the five, integrated.
    expect(Math.abs(five - 1025.8)).toBeLessThan((4 * 1000) / Math.sqrt(4000));
    expect(Math.abs(three - 103.3)).toBeLessThan((4 * 65) / Math.sqrt(4000));
  });
});
