import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

describe('poison message', () => {
  const doc = (retries = 4) => readLesson('poison-message', { nodes: { 'in-place': { retries } } });
  /** How long each invoice but the poison waited for its sender, in milliseconds. */
  const waits = (handler: string, retries = 4) =>
    listWork(doc(retries), handler)
      .filter(({ key }) => key !== 'invoice-20')
      .map(({ bornUs, startedUs }) => (startedUs - bornUs) / 1000);

  test('retried in place it holds up the 33 invoices behind it, by 1,750 ms less what lies between two', () => {
    const late = waits('in-place').filter((waited) => waited > 0);
    expect(late).toEqual(Array.from({ length: 33 }, (_, index) => 5 * 50 + 1500 - 100 - index * 50));
  });

  test('17 pile up meanwhile', () => {
    const atItsEnd = new LessonRun(readLesson('poison-message', { untilMs: 3749 }));
    expect(atItsEnd.queue('invoices', 'invoices-to-in-place').waitingCount).toBe(17);
    expect(atItsEnd.queue('invoices', 'invoices-to-hand-back').waitingCount).toBeLessThan(2);
  });

  test('handed back it lets the others pass, who wait for one attempt at most', () => {
    expect(Math.max(...waits('hand-back'))).toBe(50);
  });

  test('both give it up at 3.75 s, after five attempts, and keep it as a dead letter', () => {
    const kept = (untilMs: number) =>
      new LessonRun(readLesson('poison-message', { untilMs })).bus('dead').keptCount;
    expect([kept(3749), kept(3750)]).toEqual([0, 2]);
    const run = new LessonRun(doc());
    expect(run.report.status).toBe('ended');
    expect(run.node('hand-back').ledger.failed).toBe(5);
    expect([run.handler('in-place').done, run.handler('hand-back').done]).toEqual([99, 99]);
  });

  test('with six retries the next one waits 6.55 s: seven attempts, and pauses of 100 · (2⁶ − 1) ms', () => {
    expect(Math.max(...waits('in-place', 6))).toBe(7 * 50 + 100 * 63 - 100);
  });
});
