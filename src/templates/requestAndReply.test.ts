import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';
import { turnAction } from './turnAction';

describe('request and reply over topics', () => {
  const run = (delayMs: number, count = 1000) =>
    new LessonRun(
      readLesson('request-and-reply', {
        untilMs: 0,
        nodes: { customers: { count }, ask: turnAction('request-and-reply', 'ask', 1, { delayMs }) },
      }),
    );

  test.each([
    [1000, 35],
    [500, 174],
  ])(
    'with a patience of %i ms %i of 1,000 give up, and as many answers reach nobody',
    (delayMs, expected) => {
      const lesson = run(delayMs);
      expect(lesson.bus('gave').keptCount).toBe(expected);
      expect(lesson.bus('nobody').keptCount).toBe(expected);
      expect(lesson.store('waiting').keys).toBe(0);
    },
  );

  test.each([1000, 500])('in the long run a share of e^(−%i/300) gives up', (delayMs) => {
    const share = Math.exp(-delayMs / 300);
    const deviation = Math.sqrt((share * (1 - share)) / 5000);
    expect(Math.abs(run(delayMs, 5000).bus('gave').keptCount / 5000 - share)).toBeLessThan(4 * deviation);
  });
});
