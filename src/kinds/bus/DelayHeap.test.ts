import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowEvent } from '#engine/model/messages';
import { createDelayHeap, listDelayed, pushDelayed, takeDelayed } from './DelayHeap';
import type { Waiting } from './Line';

test('what is delayed appears soonest first, and in order of arrival among equals', () => {
  const deeds = fc.array(fc.option(fc.nat(5), { freq: 3 }), { maxLength: 80 });
  fc.assert(
    fc.property(deeds, (times) => {
      const heap = createDelayHeap<Waiting>();
      const expected: { readonly visibleUs: number; readonly number: number }[] = [];
      const taken: (number | undefined)[] = [];
      const due: (number | undefined)[] = [];
      for (const [number, visibleUs] of times.entries()) {
        if (visibleUs === null) {
          expected.sort((a, b) => a.visibleUs - b.visibleUs || a.number - b.number);
          taken.push(takeDelayed(heap)?.event.number);
          due.push(expected.shift()?.number);
          continue;
        }
        // Of an event only the number is read here.
        const event = { number } as FlowEvent;
        pushDelayed(heap, { event, rank: 0, priority: 0, partition: 0, visibleUs });
        expected.push({ visibleUs, number });
      }
      expected.sort((a, b) => a.visibleUs - b.visibleUs || a.number - b.number);
      expect(taken).toEqual(due);
      expect(listDelayed(heap).map(({ event }) => event.number)).toEqual(
        expected.map(({ number }) => number),
      );
    }),
    { seed: 20_260_901, numRuns: 200 },
  );
});
