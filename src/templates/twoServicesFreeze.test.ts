import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson, type Turned } from './readLesson';

/*
 * That 3 % of random schedules freeze needs schedules to be drawn, and a timed run draws durations. Exponential times are
 * a race in which each pending step is the next with a fixed chance, so publishers at 160 ms and services at 300 ms make
 * such a draw. The share belongs to these two means; a search through all orders does not depend on them.
 */
describe('two services that answer each other', () => {
  const run = (turned: Turned = {}) => new LessonRun(readLesson('two-services-freeze', turned));

  test('come to a legal end with the seed of the lesson, after 6.8 s', () => {
    const { report } = run();
    expect(report).toMatchObject({ status: 'ended', eventsPublished: 44 });
    expect(report.timeUs / 1e6).toBeCloseTo(6.8, 1);
  });

  test('freeze with seed 84 at 2.3 s, and the run names both as waiting for each other', () => {
    const frozen = run({ seed: 84 });
    expect(frozen.report.status).toBe('stuck');
    expect(frozen.report.timeUs / 1e6).toBeCloseTo(2.3, 1);
    expect(frozen.report.waiting.toSorted()).toEqual([
      'billing',
      'billing-service',
      'sales',
      'sales-service',
    ]);
    // Eleven each: ten in the queue, one in the hands of the service, and nothing is done yet.
    expect(frozen.queue('sales', 'sales-work').waitingCount).toBe(10);
    expect(frozen.queue('billing', 'billing-work').waitingCount).toBe(10);
  });

  test('freeze with 3 % of the seeds', () => {
    const seeds = Array.from({ length: 2000 }, (_, index) => index + 1);
    const frozen = seeds.filter((seed) => run({ seed }).report.status === 'stuck');
    // 183 of the first 6,000 seeds do, 3.05 %; a sample of 2,000 has a standard deviation of 0.39 %.
    expect(Math.abs(frozen.length / 2000 - 0.0305)).toBeLessThan(0.012);
  });

  test('cannot freeze with one place more in either queue: 22 events do not fill 11 + 10 places and two hands', () => {
    for (const node of ['sales', 'billing']) {
      for (let seed = 1; seed <= 330; seed += 1) {
        expect(run({ seed, nodes: { [node]: { capacity: 11 } } }).report.status).toBe('ended');
      }
    }
  });
});
