import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('fan-out', () => {
  const run = (untilMs: number, nodes = {}) => new LessonRun(readLesson('fan-out', { untilMs, nodes }));
  const waiting = (lesson: LessonRun, wire: string) => lesson.queue('payments', wire).waitingCount;

  test('only the queue of the fraud check grows, by 3.3 payments a second', () => {
    const measured = run(1_000_000);
    expect(waiting(measured, 'to-email')).toBeLessThan(5);
    expect(waiting(measured, 'to-audit')).toBeLessThan(5);
    // 10,000 arrivals: a standard deviation of 100.
    expect(Math.abs(waiting(measured, 'to-fraud') - 3333)).toBeLessThan(330);
  });

  test('after the one minute of the lesson about 200 payments wait for it', () => {
    expect(Math.abs(waiting(run(60_000), 'to-fraud') - 200)).toBeLessThan(5);
  });

  test('two workers keep up, 75 % busy', () => {
    const measured = run(1_000_000, { 'fraud-check': { workers: 2 } });
    expect(waiting(measured, 'to-fraud')).toBeLessThan(20);
    expect(Math.abs((measured.node('fraud-check').utilisation ?? 0) - 0.75)).toBeLessThan(0.03);
  });

  test('a dispatch loop makes everybody wait for the slowest', () => {
    const { queues } = run(300_000, { payments: { dispatch: 'loop' } }).bus('payments');
    // One round takes 20 + 5 + 150 ms: 5.7 of 10 payments a second get through.
    expect(Math.abs((queues[0]?.waitingCount ?? 0) - 300 * (10 - 1 / 0.175))).toBeLessThan(200);
  });
});
