import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

describe('thundering herd', () => {
  const run = (refusalJitter = 1) =>
    new LessonRun(readLesson('thundering-herd', { nodes: { spread: { refusalJitter } } }));
  const acceptedUs = (handler: string) =>
    listWork(readLesson('thundering-herd'), handler).map(({ finishedUs }) => finishedUs);

  test('in step, 11 get in each second: the last of 200 after 18.04 s and 1,919 attempts', () => {
    expect(acceptedUs('accept-a').at(-1)).toBe(18_040_000);
    const waves = Array.from({ length: 19 }, (_, wave) => 200 - 11 * wave);
    expect(200 + run().publisher('herd').retries).toBe(waves.reduce((sum, one) => sum + one));
    // 200 times 20 ms of work.
    expect(1 - (200 * 20) / 18_040).toBeCloseTo(0.78, 2);
  });

  test('spread by chance, 180 are in after 4.2 s and all after 8.5 s, with 616 attempts', () => {
    const times = acceptedUs('accept-b').map((time) => Math.round(time / 1e5) / 10);
    expect([times[179], times[199]]).toEqual([4.2, 8.5]);
    expect(200 + run().publisher('spread').retries).toBe(616);
  });

  test('growing times without chance leave them in step: five waves of 11 in 30 s', () => {
    expect(run(0).handler('accept-b').done).toBe(55);
  });
});
