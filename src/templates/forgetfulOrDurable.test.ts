import { describe, expect, test } from 'vitest';
import { profiles } from '#kinds/bus/profiles/index';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

/* Nothing is drawn here but which of one member is served: every number is exact. */
describe('at most once or durable', () => {
  test.each([
    ['forgetful', 'natsCore'],
    ['durable', 'natsJetStream'],
  ])('the %s bus behaves like %s', (id, profile) => {
    const node = readLesson('forgetful-or-durable').nodes.find((one) => one.id === id);
    expect(node?.settings).toMatchObject(profiles.find((one) => one.id === profile)?.settings ?? {});
  });

  test('the forgetful bus loses the order in work and the fifty published while nobody listened', () => {
    const measured = new LessonRun(readLesson('forgetful-or-durable'));
    expect(measured.node('forgetful').ledger).toMatchObject({ accepted: 300, lost: 51 });
    expect(measured.handler('email').done).toBe(248);
  });

  test('the durable bus loses none, delivers one again, and has caught up at 20 s', () => {
    const works = listWork(readLesson('forgetful-or-durable'), 'email-too');
    expect(works.map(({ event }) => event)).toEqual(Array.from({ length: 299 }, (_, index) => index + 1));
    const measured = new LessonRun(readLesson('forgetful-or-durable'));
    expect(measured.node('durable').ledger).toMatchObject({ accepted: 300, redelivered: 1 });
    const late = works.filter(({ bornUs, startedUs }) => startedUs > bornUs);
    expect(late[0]).toMatchObject({ bornUs: 10_000_000, startedUs: 15_020_000 });
    expect(late.at(-1)).toMatchObject({ startedUs: 20_020_000 });
  });
});
