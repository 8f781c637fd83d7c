import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson, type Turned } from './readLesson';

describe('priority starvation', () => {
  /** Mean wait in seconds of what a packer began between two moments of the run. */
  const meanWait = (packer: string, type: string, fromS: number, toS: number, turned: Turned = {}) => {
    const waits = listWork(readLesson('priority-starvation', turned), packer)
      .filter((work) => work.type === type && work.startedUs >= fromS * 1e6 && work.startedUs < toS * 1e6)
      .map((work) => (work.startedUs - work.bornUs) / 1e6);
    return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  };

  test('express orders wait as if there were no others: 0.25 s', () => {
    // M/G/1 with priority, non-preemptive: the rest of a service, 50 ms, over 1 − 0.8. 2,400 correlated waits.
    expect(Math.abs(meanWait('pack-strict', 'express', 0, 300) - 0.25)).toBeLessThan(0.05);
  });

  test('one standard order a second is never reached, and who is has waited a third of the run', () => {
    const measured = new LessonRun(readLesson('priority-starvation'));
    expect(measured.queue('strict', 'out-strict').waitingCount).toBe(308);
    expect(Math.abs(meanWait('pack-strict', 'standard', 285, 300) - 102)).toBeLessThan(1);
    // Over a long run: 1 a second of 11 Poisson ones, a standard deviation of 181 in 3,000 s.
    const long = new LessonRun(readLesson('priority-starvation', { untilMs: 3_000_000 }));
    expect(Math.abs(long.queue('strict', 'out-strict').waitingCount - 3000)).toBeLessThan(550);
  });

  test('with ageing both wait alike, and as many are left', () => {
    expect(Math.abs(meanWait('pack-ageing', 'express', 285, 300) - 30)).toBeLessThan(1);
    expect(Math.abs(meanWait('pack-ageing', 'standard', 285, 300) - 30)).toBeLessThan(1);
    const measured = new LessonRun(readLesson('priority-starvation'));
    expect(measured.queue('ageing', 'out-ageing').waitingCount).toBe(308);
  });

  test('ageing after 60 s lets express orders wait 17 s and standard ones 60', () => {
    const turned = { nodes: { ageing: { ageAfterMs: 60_000 } } };
    expect(Math.abs(meanWait('pack-ageing', 'express', 285, 300, turned) - 17)).toBeLessThan(1);
    expect(Math.abs(meanWait('pack-ageing', 'standard', 285, 300, turned) - 60)).toBeLessThan(1);
  });
});
