import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { listWork } from './listWork';
import { readLesson } from './readLesson';

describe('dual write and outbox', () => {
  const turned = (mean: number) =>
    readLesson('dual-write-and-outbox', { nodes: { clock: { interval: { law: 'constant', mean } } } });

  test('ten orders whose process died in between stay placed for ever', () => {
    const run = new LessonRun(turned(500));
    expect(run.report.status).toBe('ended');
    expect(run.store('orders-a').keys).toBe(10);
    expect(run.handler('pack-a').done).toBe(990);
  });

  test('one in a hundred, whatever the luck', () => {
    const stuck = [1, 2, 3, 4, 5].map(
      (seed) => new LessonRun({ ...turned(500), seed }).store('orders-a').keys,
    );
    // 5,000 orders: a standard deviation of 7.
    expect(Math.abs(stuck.reduce((sum, one) => sum + one) - 50)).toBeLessThan(28);
  });

  test('with an outbox none is lost, and the two deaths of the relay repeat what it had published', () => {
    const run = new LessonRun(turned(500));
    expect(run.store('orders-b').keys).toBe(0);
    expect(run.node('relay').ledger.failed).toBe(2);
    expect(run.handler('pack-b').done).toBe(1010);
    expect(new Set(listWork(turned(500), 'pack-b').map(({ key }) => key)).size).toBe(1000);
  });

  test.each([500, 2000])('polled every %i ms, an order waits half of that for the relay', (everyMs) => {
    const relayedUs = new Map<string, number>();
    for (const { key, bornUs } of listWork(turned(everyMs), 'pack-b')) {
      relayedUs.set(key, Math.min(bornUs, relayedUs.get(key) ?? Infinity));
    }
    const waits = listWork(turned(everyMs), 'place-outbox').map(
      ({ key, bornUs }) => (relayedUs.get(key) ?? 0) - bornUs,
    );
    expect(waits.reduce((sum, one) => sum + one) / waits.length / 1000).toBe(everyMs / 2);
  });
});
