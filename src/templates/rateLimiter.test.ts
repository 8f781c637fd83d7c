import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

describe('rate limiter', () => {
  const sent = (handler: string, rateBurst = 20) =>
    listWork(readLesson('rate-limiter', { nodes: { [handler]: { rateBurst } } }), handler).map(
      ({ key, bornUs, startedUs }) => ({
        key,
        atMs: startedUs / 1000,
        waitedMs: (startedUs - bornUs) / 1000,
      }),
    );
  const ofKey = (works: ReturnType<typeof sent>, prefix: string) =>
    works.filter(({ key }) => key.startsWith(prefix));

  test('20 of 50 go at once, the others every 100 ms, the last at 3.0 s', () => {
    const times = ofKey(sent('waits'), 'campaign').map(({ atMs }) => atMs);
    expect(times).toEqual(Array.from({ length: 50 }, (_, index) => Math.max(0, index - 19) * 100));
  });

  test('the first login code waits 2.9 s, each next one 0.1 s less, and from 6.0 s on none', () => {
    const waits = ofKey(sent('waits'), 'login').map(({ waitedMs }) => waitedMs);
    expect(waits).toEqual(waits.map((_, index) => Math.max(0, 3000 - 100 * (index + 1))));
    expect(waits.findIndex((waited) => waited === 0)).toBe(29);
  });

  test('refusing turns 30 away, and no login code waits', () => {
    expect(new LessonRun(readLesson('rate-limiter')).node('refuses').ledger.refused).toBe(30);
    expect(ofKey(sent('refuses'), 'campaign')).toHaveLength(20);
    expect(ofKey(sent('refuses'), 'login').every(({ waitedMs }) => waitedMs === 0)).toBe(true);
  });

  test('with a burst of 50 nobody waits', () => {
    expect(sent('waits', 50).every(({ waitedMs }) => waitedMs === 0)).toBe(true);
  });
});
