import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

describe('circuit breaker', () => {
  const doc = (breakerOpenMs = 10_000) =>
    readLesson('circuit-breaker', { nodes: { guarded: { breakerOpenMs } } });
  /** The longest that a payment waits for one of the two services, when the other is not there. */
  const longestWaitMs = (without: string) => {
    const wires = doc().wires.filter(({ to }) => to.node !== without);
    return (new LessonRun({ ...doc(), wires }).node('payments').wait?.longestUs ?? 0) / 1000;
  };

  test('without a breaker 146 payments time out, others wait up to 15 s, and the last late one starts at 51.7 s', () => {
    expect(new LessonRun(doc()).node('bare').ledger['timed-out']).toBe(146);
    expect(longestWaitMs('guarded')).toBe(15_000);
    const late = listWork(doc(), 'bare').filter(({ bornUs, startedUs }) => startedUs > bornUs);
    expect(Math.max(...late.map(({ startedUs }) => startedUs))).toBe(51_700_000);
  });

  test('150 pile up, as five of ten a second get through to time out', () => {
    const atItsEnd = new LessonRun({ ...doc(), untilMs: 49_999 });
    expect(Math.abs(atItsEnd.queue('payments', 'payments-to-bare').waitingCount - 150)).toBeLessThan(6);
    expect(atItsEnd.queue('payments', 'payments-to-guarded').waitingCount).toBe(0);
  });

  test.each([
    [10_000, 11, 323, 53_400_000],
    [2_000, 18, 286, 50_400_000],
  ])(
    'open for %i ms, %i calls time out, %i fail at once, and from %i µs on all is well',
    (openMs, timedOut, denied, fromUs) => {
      const { ledger } = new LessonRun(doc(openMs)).node('guarded');
      expect(ledger['timed-out']).toBe(timedOut);
      expect(ledger.denied).toBe(denied);
      const after = listWork(doc(openMs), 'guarded').filter(({ startedUs }) => startedUs >= 50_000_000);
      expect(after[0]?.startedUs).toBe(fromUs);
    },
  );

  test('with a breaker nobody waits longer than half a second', () => {
    expect(longestWaitMs('bare')).toBe(500);
  });
});
