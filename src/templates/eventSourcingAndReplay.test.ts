import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

describe('event sourcing and replay', () => {
  const run = (group: string) =>
    new LessonRun(readLesson('event-sourcing-and-replay', { wires: { 'log-to-mail-2': { group } } }));

  test('the late read model reads 500 orders in 500 ms, in order, and is up to date at 60.5 s', () => {
    const works = listWork(readLesson('event-sourcing-and-replay'), 'revenue');
    expect(works.map(({ key }) => key)).toEqual(
      Array.from({ length: 500 }, (_, index) => `order-${index + 1}`),
    );
    expect(works.at(0)?.startedUs).toBe(60_000_000);
    expect(works.at(-1)?.finishedUs).toBe(60_500_000);
    expect(run('mail').store('report').recent).toEqual([{ key: 'orders', value: '500' }]);
  });

  test('no e-mail goes out twice, for the second instance goes on where its group is', () => {
    const lesson = run('mail');
    expect(lesson.report.status).toBe('ended');
    expect([lesson.handler('mail').done, lesson.handler('mail-2').done]).toEqual([500, 0]);
  });

  test('in a group of its own it sends all of them again', () => {
    expect(run('mail-2').handler('mail-2').done).toBe(500);
  });
});
