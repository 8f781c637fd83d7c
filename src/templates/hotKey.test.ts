import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('hot key', () => {
  const run = (untilMs: number, { share = 0.5, of = 3 } = {}) =>
    new LessonRun(
      readLesson('hot-key', {
        untilMs,
        nodes: {
          storefront: { hotShare: share },
          orders: { partitions: of },
          'update-view': { workers: of },
        },
      }),
    );
  const waiting = (lesson: LessonRun) => lesson.queue('orders', 'to-view').waitingCount;

  test('the partition of the hot key falls behind by 2.5 a second while two of three workers idle most of the time', () => {
    const measured = run(1_000_000);
    // 12,500 arrivals and 10,000 services: a standard deviation of 150.
    expect(Math.abs(waiting(measured) - 2500)).toBeLessThan(450);
    // One worker is always busy, and the others 3.75 of 10 a second: (1 + 2 · 0.375) / 3.
    expect(Math.abs((measured.node('update-view').utilisation ?? 0) - 0.583)).toBeLessThan(0.02);
  });

  test('in the one minute of the lesson about 150 wait', () => {
    expect(Math.abs(waiting(run(60_000)) - 150)).toBeLessThan(10);
  });

  test('nine partitions and nine workers still fall behind, by 1.25 a second', () => {
    expect(Math.abs(waiting(run(1_000_000, { of: 9 })) - 1250)).toBeLessThan(430);
    expect(waiting(run(60_000, { of: 9 }))).toBeGreaterThan(50);
  });

  test('below a share of one third the partition keeps up, above it does not', () => {
    expect(waiting(run(2_000_000, { share: 0.28 }))).toBeLessThan(150);
    expect(waiting(run(2_000_000, { share: 0.4 }))).toBeGreaterThan(500);
  });
});
