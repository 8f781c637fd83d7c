import { describe, expect, test } from 'vitest';
import { findOvertaken } from './findOvertaken';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('partition by key', () => {
  const run = (untilMs: number, partitioned = {}) =>
    new LessonRun(readLesson('partition-by-key', { untilMs, nodes: { partitioned } }));

  test('nothing is overtaken inside a partition, and 8 % are in the shared queue', () => {
    const doc = readLesson('partition-by-key', { untilMs: 600_000 });
    expect(findOvertaken(doc, 'partition-team').overtaken).toEqual([]);
    expect(Math.abs(findOvertaken(doc, 'shared-team').share - 0.076)).toBeLessThan(0.01);
  });

  test('three keys share each partition: a wait of M/M/1 at two thirds, against one of M/M/3', () => {
    const measured = run(3_000_000);
    // 60,000 events. 20/3 a second into 10 a second wait 2/3 · 100 ms / (1 − 2/3).
    expect(Math.abs(measured.meanWaitMs('partitioned') - 200)).toBeLessThan(20);
    expect(Math.abs(measured.meanWaitMs('shared') - 44.4)).toBeLessThan(4.4);
  });

  test('the two minutes of the lesson show 45 and 200 ms', () => {
    const measured = run(120_000);
    expect(measured.meanWaitMs('shared')).toBeCloseTo(45, 0);
    expect(Math.abs(measured.meanWaitMs('partitioned') - 200)).toBeLessThan(1);
  });

  test.each([
    [{ partitions: 9 }, 137],
    [{ partitions: 1, order: 'perKey' }, 64],
  ])('finer order costs less: %o waits %i ms', (settings, expectedMs) => {
    const measuredMs = run(2_000_000, settings).meanWaitMs('partitioned');
    expect(Math.abs(measuredMs - expectedMs) / expectedMs).toBeLessThan(0.1);
  });
});
