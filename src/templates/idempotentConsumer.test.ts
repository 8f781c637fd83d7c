import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('idempotent consumer', () => {
  const run = (nodes = {}) => new LessonRun(readLesson('idempotent-consumer', { nodes }));
  const balances = (lesson: LessonRun) =>
    Object.fromEntries(lesson.store('accounts').recent.map(({ key, value }) => [key, Number(value)]));

  test('without a memory the balance is too high, with one it is exactly 100,000', () => {
    const lesson = run();
    expect(lesson.report.status).toBe('ended');
    expect(balances(lesson)).toEqual({ plain: 105_500, 'each once': 100_000 });
    expect(lesson.node('memory').ledger.deduplicated).toBe(54);
  });

  test('a twentieth of all answers is lost, those to repeats included', () => {
    const repeats =
      (run({ bank: { count: 5000, interval: { law: 'constant', mean: 20 } } }).node('no-memory').ledger
        .worked ?? 0) - 5000;
    // Geometric: a mean of n · p / (1 − p), and a standard deviation of √(n · p) / (1 − p), which is 16.6 here.
    expect(Math.abs(repeats - (5000 * 0.05) / 0.95)).toBeLessThan(4 * 16.6);
  });

  test('with a window of 1 s, shorter than the 5 s to the repeat, the balance is wrong again', () => {
    expect(balances(run({ memory: { idempotencyMs: 1000 } }))).toEqual({
      plain: 105_500,
      'each once': 105_400,
    });
  });

  test('one of 6 s forgets the payments whose repeat loses its answer, too: a twentieth of a twentieth', () => {
    expect(balances(run({ memory: { idempotencyMs: 6000 } }))['each once']).toBe(100_300);
  });
});
