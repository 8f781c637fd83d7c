import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('a synchronous bus blocks its caller', () => {
  const run = (untilMs: number, nodes = {}) =>
    new LessonRun(readLesson('blocked-caller', { untilMs, nodes }));

  test('Storefront tops out at 1 / 0.230 s and its backlog grows by what is over', () => {
    const storefront = run(1_000_000).publisher('storefront');
    expect(storefront.emitted / 1000).toBeCloseTo(1 / 0.23, 2);
    // The standard deviation of so many Poisson arrivals is 71.
    expect(Math.abs(storefront.backlogCount - 652)).toBeLessThan(200);
  });

  test('after the one minute of the lesson 39 orders wait, as predicted', () => {
    expect(run(60_000).publisher('storefront').backlogCount).toBe(39);
  });

  test('with an asynchronous bus nobody waits, and the slowest handler is busy 60 % of the time', () => {
    const measured = run(1_000_000, { orders: { delivery: 'async' } });
    expect(measured.publisher('storefront').backlogCount).toBe(0);
    // 5,000 arrivals: a standard deviation of 1.4 % of the load.
    expect(Math.abs((measured.node('email-receipt').utilisation ?? 0) - 0.6)).toBeLessThan(0.03);
  });
});
