import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';
import { turnAction } from './turnAction';

describe('read your own write', () => {
  const stale = (delayMs: number, count = 1000) =>
    new LessonRun(
      readLesson('read-your-own-write', {
        untilMs: 0,
        nodes: { customers: { count }, change: turnAction('read-your-own-write', 'change', 1, { delayMs }) },
      }),
    ).bus('old').keptCount;

  test('after 100 ms 603 of 1,000 customers see the old address, after 1 s 6', () => {
    expect(stale(100)).toBe(603);
    expect(stale(1000)).toBe(6);
  });

  test.each([100, 200, 400])('in the long run a share of e^(−%i/200) sees it', (delayMs) => {
    const share = Math.exp(-delayMs / 200);
    const deviation = Math.sqrt((share * (1 - share)) / 5000);
    expect(Math.abs(stale(delayMs, 5000) / 5000 - share)).toBeLessThan(4 * deviation);
  });
});
