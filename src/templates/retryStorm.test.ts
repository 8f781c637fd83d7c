import { describe, expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('retry storm', () => {
  const until = (seconds: number, nodes: Record<string, Settings>) => {
    const run = new LessonRun(readLesson('retry-storm', { untilMs: seconds * 1000, nodes }));
    const { calling, emitted, givenUp, retryingCount } = run.publisher('shops');
    return { answered: emitted - givenUp - retryingCount - (calling?.count ?? 0), givenUp };
  };

  /** The share of the callers whose question ended between two times, in seconds, with an answer. */
  const success = (from: number, to: number, nodes: Record<string, Settings> = {}) => {
    const [before, after] = [until(from, nodes), until(to, nodes)];
    const answered = after.answered - before.answered;
    return answered / (answered + after.givenUp - before.givenUp);
  };

  test('all is well before the stall, and 80 s after it still nobody is answered', () => {
    expect(success(10, 20)).toBe(1);
    expect(success(24, 40)).toBe(0);
    expect(success(90, 100)).toBe(0);
  });

  test('back-off with jitter does not heal it', () => {
    const jitter = { refusalBackoff: 'exponential', refusalBackoffMs: 100, refusalJitter: 1 };
    expect(success(90, 100, { shops: jitter })).toBe(0);
  });

  test('a retry budget of 10 % heals it within six seconds', () => {
    const budget = { shops: { retryBudget: 0.1 } };
    expect(success(24, 27, budget)).toBeLessThan(0.5);
    expect(success(28, 40, budget)).toBe(1);
    expect(success(90, 100, budget)).toBe(1);
  });

  test('dropping what expired heals it late: after 26 s', () => {
    const drop = { 'price-service': { expireAfterMs: 500, expireFrom: 'arrival' } };
    expect(success(30, 40, drop)).toBeLessThan(0.5);
    expect(success(46, 48, drop)).toBeGreaterThan(0.9);
    expect(success(50, 100, drop)).toBeGreaterThan(0.99);
  });
});
