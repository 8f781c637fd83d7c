import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('head-of-line blocking', () => {
  const run = (untilMs: number, nodes = {}) => new LessonRun(readLesson('head-of-line', { untilMs, nodes }));

  test('in one queue a document waits 0.3 s on average, and one in twenty 0.9 s', () => {
    for (const untilMs of [120_000, 2_000_000]) {
      const wait = run(untilMs).node('one-queue').wait;
      expect(Math.abs((wait?.meanUs ?? 0) - 317_000)).toBeLessThan(20_000);
      expect(Math.abs((wait?.p95Us ?? 0) - 930_000)).toBeLessThan(40_000);
    }
  });

  test('the one printer is busy 71 % of the time, of 12 · (24 · 20 ms + 1 s) / 25 a second', () => {
    expect(Math.abs((run(2_000_000).node('print-all').utilisation ?? 0) - 0.7104)).toBeLessThan(0.02);
  });

  test('with a queue each an invoice waits 3 ms, whatever the reports do', () => {
    const mix = [
      { type: 'invoice', weight: 24 },
      { type: 'report', weight: 3 },
    ];
    // M/D/1 at 0.23: 0.23 · 20 ms / (2 · 0.77). Reports wait for nobody as long as they come evenly.
    expect(Math.abs(run(2_000_000).meanWaitMs('by-type') - 2.9)).toBeLessThan(0.4);
    const crowded = run(2_000_000, { accounting: { mix } });
    // 27 documents to 3 reports: 1.33 reports a second into 1.
    expect(Math.abs(crowded.queue('by-type', 'reports').waitingCount - 667)).toBeLessThan(50);
    expect(crowded.queue('by-type', 'invoices').waitingCount).toBeLessThan(5);
  });

  test('two printers for one queue help as much, until reports come three in a row', () => {
    const mix = [
      { type: 'invoice', weight: 24 },
      { type: 'report', weight: 3 },
    ];
    const two = { 'print-all': { workers: 2 } };
    expect(run(1_000_000, two).meanWaitMs('one-queue')).toBeLessThan(2);
    expect(
      Math.abs(run(1_000_000, { ...two, accounting: { mix } }).meanWaitMs('one-queue') - 310),
    ).toBeLessThan(30);
  });
});
