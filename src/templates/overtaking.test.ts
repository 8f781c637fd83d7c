import { describe, expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { findOvertaken } from './findOvertaken';
import { LessonRun } from './LessonRun';
import { readLesson } from './readLesson';

describe('overtaking', () => {
  const inView = (untilMs: number, workers = 3) =>
    findOvertaken(
      readLesson('overtaking', { untilMs, nodes: { 'update-view': { workers } } }),
      'update-view',
    );

  test('about 7 % of the changes are written after a later one of the same order', () => {
    // 8,000 changes, of which neighbours depend on each other: three times the binomial deviation of 0.28 %.
    expect(Math.abs(inView(400_000).share - 0.068)).toBeLessThan(0.0085);
  });

  test('the two minutes of the lesson show that share, and the first of them early', () => {
    const { share, overtaken } = inView(120_000);
    expect(share).toBeCloseTo(0.067, 3);
    expect(overtaken[0]).toMatchObject({ key: 'order-2', event: 6, after: 9 });
    expect(overtaken[0]?.finishedUs).toBeCloseTo(531_000, -3);
  });

  test('the view finds every one of them, and none in the test', () => {
    const measured = new LessonRun(readLesson('overtaking'));
    expect(measured.bus('stale-view').keptCount).toBe(inView(120_000).overtaken.length);
    expect(measured.bus('stale-view').keptCount).toBe(167);
    expect(measured.bus('stale-test').keptCount).toBe(0);
  });

  test('equal service times let nothing overtake, however long the run', () => {
    expect(findOvertaken(readLesson('overtaking', { untilMs: 400_000 }), 'update-test').overtaken).toEqual(
      [],
    );
  });

  test('two workers still overtake, in 4 to 5 % of the changes', () => {
    expect(Math.abs(inView(120_000, 2).share - 0.045)).toBeLessThan(0.01);
  });

  test('a rule on the order of an order holds where changes are published, and is broken first where the view has finished them', () => {
    const doc = readLesson('overtaking');
    const rule = (watch: string) => ({
      id: watch,
      name: watch,
      settings: {
        ...defaultsOf(protocolFields),
        bus: 'orders',
        pattern: 'alternatePrecedence',
        first: 'item-added',
        second: 'item-removed',
        watch,
      },
    });
    const { report } = new LessonRun({ ...doc, protocols: [rule('publish'), rule('completion')] });
    const [published, finished] = report.protocols;
    expect(published?.first).toBeNull();
    expect(published?.standings.violated).toBe(0);
    expect(finished?.first).toMatchObject({ group: 'to-view' });
  });

  test('one worker keeps the order and falls behind by 10 changes a second', () => {
    expect(inView(120_000, 1).overtaken).toEqual([]);
    const measured = new LessonRun(readLesson('overtaking', { nodes: { 'update-view': { workers: 1 } } }));
    // 2,400 Poisson arrivals and 1,200 exponential services: a standard deviation of 60.
    expect(Math.abs(measured.queue('orders', 'to-view').waitingCount - 1200)).toBeLessThan(180);
  });
});
