import { describe, expect, test } from 'vitest';
import { Run } from '#engine/runtime/Run';
import type { NodeFrame } from '#engine/runtime/Trace';
import type { BusView } from '#kinds/bus/BusView';
import { runningKinds } from '#kinds/runningKinds';
import { readLesson } from './readLesson';

describe('the order flow, which is the first screen', () => {
  const run = new Run(runningKinds);
  const doc = readLesson('order-flow');
  run.load(doc);
  const frames = Array.from({ length: 240 }, (_, half) => run.frame({ timeUs: (half + 1) * 500_000 }));
  const nodeOf = (frame: (typeof frames)[number], id: string): NodeFrame | undefined =>
    frame.nodes[doc.nodes.findIndex((node) => node.id === id)];
  const share = (condition: (frame: (typeof frames)[number]) => boolean) =>
    frames.filter(condition).length / frames.length;
  const entries = run.entries({ from: 1, count: 4_000 });
  const secondsOf = (code: string) =>
    (entries.find(({ facts }) => facts.some((fact) => fact.code === code))?.timeUs ?? Infinity) / 1e6;

  test('moves within 300 ms', () => {
    expect(entries.find(({ sent }) => sent.length > 0)?.timeUs).toBeLessThan(300_000);
  });

  test('nearly always has tokens under way, most of the time three or more', () => {
    expect(share(({ flights }) => flights.length > 0)).toBeGreaterThan(0.95);
    expect(share(({ flights }) => flights.length >= 3)).toBeGreaterThan(0.6);
  });

  test('keeps 2 to 8 of 12 places of its queue taken most of the time', () => {
    const isLively = (frame: (typeof frames)[number]) => {
      const bus = nodeOf(frame, 'orders')?.view as BusView; // A bus has this view.
      const depth = Math.max(...bus.queues.map(({ waitingCount }) => waitingCount));
      return depth >= 2 && depth <= 8;
    };
    expect(share(isLively)).toBeGreaterThan(0.7);
  });

  test('often blocks Storefront, and shows a retry and a dead letter within 30 seconds', () => {
    expect(share((frame) => nodeOf(frame, 'shop-front')?.lifecycle === 'blocked')).toBeGreaterThan(0.5);
    expect(secondsOf('retry')).toBeLessThan(10);
    expect(secondsOf('dead-lettered')).toBeLessThan(30);
  });
});
