import { expect, test } from 'vitest';
import { drawFlow, type Drawing } from '#engine/analysis/lint/drawFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import { predictFlow } from './predictFlow';

const exponential = (mean: number) => ({ law: 'exponential', mean });

/** 10 events a second go to a, each of which goes on to b with some probability. */
function row(a: number, b: number, settings: object = {}, probability = 1): Drawing {
  return {
    nodes: {
      shop: ['publisher', { interval: exponential(100), mix: [{ type: 'T', weight: 1 }], ...settings }],
      q1: 'bus',
      a: [
        'handler',
        { service: exponential(a), actions: [{ do: 'emit', probability }], emitCall: 'fireAndForget' },
      ],
      q2: 'bus',
      b: ['handler', { service: exponential(b), workers: 2 }],
    },
    wires: ['shop>q1', 'q1>a', 'a>q2', 'q2>b'],
  };
}

const capacityOf = (drawing: Drawing) => predictFlow(drawFlow(drawing, judgedKinds), judgedKinds).capacity;

test.each([
  ['the first is the bottleneck', row(50, 40), 20],
  ['the second is, with half of the events', row(10, 400, {}, 0.5), 10],
  // Behind the first, which can do a half, the second would look idle enough.
  ['both are too slow, and the second more so', row(200, 1000), 2],
])('%s', (_, drawing, most) => {
  const { publishedPerSecond, sustainablePerSecond } = capacityOf(drawing);
  expect(publishedPerSecond).toBeCloseTo(10, 9);
  expect(sustainablePerSecond).toBeCloseTo(most, 9);
});

test('where nobody knows what comes, nobody knows what could', () => {
  expect(capacityOf(row(50, 40, { generation: 'byHand' }))).toEqual({
    publishedPerSecond: null,
    sustainablePerSecond: null,
  });
});
