import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('how many consumers', () => {
  const waitMs = (workers: number, untilMs: number) =>
    new LessonRun(
      readLesson('how-many-consumers', { untilMs, nodes: { 'pack-order': { workers } } }),
    ).meanWaitMs('orders');

  // M/M/c with 20 arrivals a second and a service time of 100 ms: Erlang's C formula.
  test.each([
    [3, 44.4],
    [4, 8.7],
    [6, 0.45],
  ])('%i workers let an order wait %f ms on average', (workers, expectedMs) => {
    const measuredMs = waitMs(workers, 2_000_000);
    expect(Math.abs(measuredMs - expectedMs) / expectedMs).toBeLessThan(0.1);
  });

  test('two workers never settle', () => {
    expect(waitMs(2, 4_000_000)).toBeGreaterThan(2 * waitMs(2, 200_000));
  });

  test('the two minutes of the lesson show what it says', () => {
    expect(waitMs(2, 120_000)).toBeCloseTo(2208, -1);
    expect(waitMs(3, 120_000)).toBeCloseTo(44, -1);
    expect(waitMs(4, 120_000)).toBeCloseTo(9, 0);
    expect(waitMs(6, 120_000)).toBeLessThan(1);
  });
});
