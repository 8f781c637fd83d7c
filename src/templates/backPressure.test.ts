import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

/* Nothing is drawn here: views come every 20 ms and are counted in 25 ms, so every number is exact. */
describe('back-pressure choices', () => {
  const run = (dropping = {}) => new LessonRun(readLesson('back-pressure', { nodes: { dropping } }));
  const lane = (lesson: LessonRun) => lesson.queue('dropping', 'out-dropping');
  const oldestMs = (lesson: LessonRun) => (lesson.node('dropping').wait?.longestUs ?? 0) / 1000;

  test('a publisher that waits loses nothing, and has the rest of the excess in front of the queue', () => {
    const measured = run();
    expect(measured.queue('blocking', 'out-waiting').waitingCount).toBe(100);
    expect(measured.publisher('shop-waiting').backlogCount).toBe(499);
    expect(measured.report.eventTypes[0]?.lifetime?.longestUs).toBe(12_015_000);
  });

  test.each([
    ['drop newest', { overflow: 'dropNewest' }, 2500],
    ['drop oldest', { overflow: 'dropOldest' }, 2000],
  ])('%s (%o) loses 500 of 3,000, and what is counted waited up to %i ms', (_, settings, ms) => {
    const measured = run(settings);
    expect(lane(measured).dropped).toBe(500);
    expect(oldestMs(measured)).toBe(ms);
  });

  test('without a limit nothing is lost and 600 wait, the next for 12 s', () => {
    const measured = run({ capacity: 0 });
    expect(lane(measured)).toMatchObject({ dropped: 0, waitingCount: 600 });
    expect(oldestMs(measured)).toBe(11_995);
  });
});
