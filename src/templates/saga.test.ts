import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

describe('saga', () => {
  const doc = readLesson('saga');
  const run = new LessonRun(doc);
  const keys = (handler: string, type?: string) =>
    listWork(doc, handler)
      .filter((work) => type === undefined || work.type === type)
      .map(({ key }) => key)
      .toSorted();
  const made = (lesson: LessonRun, type: string) =>
    lesson.report.eventTypes.find(({ id }) => id === type)?.ledger.published ?? 0;

  test('both ways end alike, order by order', () => {
    expect(run.report.status).toBe('ended');
    expect(keys('ship-a')).toEqual(keys('ship-b'));
    expect(keys('stock-a')).toEqual(keys('stock-b'));
    expect(keys('pay-a', 'missing')).toEqual(keys('pay-b', 'refund'));
  });

  test('170 of 200 are shipped, 20 refused and 10 paid back', () => {
    expect(keys('ship-a')).toHaveLength(170);
    expect(made(run, 'refused')).toBe(2 * 20);
    expect(made(run, 'refunded')).toBe(2 * 10);
  });

  test('a shipped order takes 4 messages without and 7 with a conductor', () => {
    expect(run.bus('events').accepted).toBe(4 * 170 + 2 * 20 + 4 * 10);
    expect(run.bus('saga').accepted).toBe(7 * 170 + 3 * 20 + 7 * 10);
  });

  test('order 17 was paid, found missing, and paid back', () => {
    const steps = listWork(doc, 'conductor').filter(({ key }) => key === 'order-17');
    expect(steps.map(({ type }) => type)).toEqual(['placed', 'taken', 'missing', 'refunded']);
  });

  test.each([0.95, 0.5])(
    'in the long run 90 %% of %f is shipped, and 90 %% of the rest paid back',
    (share) => {
      const data = { cardOk: '${random < 0.9}', inStock: `\${random * 10 % 1 < ${share}}` };
      const lesson = new LessonRun(
        readLesson('saga', { untilMs: 0, nodes: { checkout: { count: 2000, data } } }),
      );
      // A share of 2,000: a standard deviation of at most 1.1 %.
      expect(Math.abs(made(lesson, 'shipped') / 4000 - 0.9 * share)).toBeLessThan(0.045);
      expect(Math.abs(made(lesson, 'refunded') / 4000 - 0.9 * (1 - share))).toBeLessThan(0.045);
    },
  );
});
