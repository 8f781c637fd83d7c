import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson, type Turned } from './readLesson';

describe('a loop with gain', () => {
  /** The lesson with another likelihood of the rival's answer, and so many changes by hand. */
  const run = (likely: number, { starts = 10, ...turned }: Turned & { readonly starts?: number } = {}) => {
    const robot = readLesson('loop-with-gain').nodes.find(({ id }) => id === 'rival-robot');
    const [action] = (robot?.settings['actions'] ?? []) as readonly object[]; // The field table promises records.
    const nodes = {
      'rival-robot': { actions: [{ ...action, probability: likely }] },
      buyer: { burstSize: starts, count: starts },
    };
    return new LessonRun(readLesson('loop-with-gain', { ...turned, nodes }));
  };
  const tenSeeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const changes = (measured: LessonRun) => measured.bus('our-prices').accepted;

  test('at a gain of 1.08 the rounds grow by 8 %', () => {
    // A branching process: 31 rounds of 1,000 in all; the deviation of their sum is 5.6 %.
    const expected = (1000 * (1.08 ** 31 - 1)) / 0.08;
    const runs = tenSeeds.map((seed) => changes(run(0.9, { starts: 100, seed, untilMs: 31_500 })));
    const measured = runs.reduce((sum, count) => sum + count, 0);
    expect(Math.abs(measured - expected) / expected).toBeLessThan(0.17);
  });

  test('at 0.96 a change leads to 25 on average, itself included: 1 / (1 − 0.96)', () => {
    const runs = tenSeeds.map((seed) => run(0.8, { starts: 400, seed, untilMs: 0 }));
    expect(runs.every(({ report }) => report.status === 'ended')).toBe(true);
    // The deviation of one is √(0.358 / 0.04³) = 75, of the mean of 4,000 it is 1.2.
    const mean = runs.reduce((sum, measured) => sum + changes(measured), 0) / 4000;
    expect(Math.abs(mean - 25)).toBeLessThan(3.6);
  });

  test('the minute of the lesson shows what it says', () => {
    const growing = run(0.9);
    expect(changes(growing)).toBe(13_774);
    expect(growing.handler('rival-robot').busy).toBe(1031);
    const fading = run(0.8);
    expect(changes(fading)).toBe(237);
    expect(fading.report).toMatchObject({ status: 'ended', timeUs: 46_400_000 });
  });

  test('one change alone dies out in 56 of 100 runs, even at 1.08', () => {
    const seeds = Array.from({ length: 400 }, (_, index) => index + 1);
    const ended = seeds.filter(
      (seed) => run(0.9, { starts: 1, seed, untilMs: 41_000 }).report.status === 'ended',
    );
    // The smaller root of q = 0.1 + 0.72 q + 0.18 q² is 5/9; 400 runs have a deviation of 2.5 %.
    expect(Math.abs(ended.length / 400 - 5 / 9)).toBeLessThan(0.075);
  });
});
