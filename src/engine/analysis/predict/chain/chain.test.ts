import { describe, expect, test } from 'vitest';
import { drawFlow } from '#engine/analysis/lint/drawFlow';
import { markovQueue } from '#engine/analysis/queueing/markovQueue';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { chainMeans } from './MarkovChain';

const exponential = (mean: number) => ({ law: 'exponential', mean });
const flowOf = (queue: object, server: object, shop: object = {}) =>
  drawFlow(
    {
      nodes: {
        shop: ['publisher', { interval: exponential(100), mix: [{ type: 'T', weight: 1 }], ...shop }],
        queue: ['bus', { capacity: 4, overflow: 'reject', ...queue }],
        server: ['handler', { service: exponential(120), ...server }],
      },
      wires: ['shop>queue', 'queue>server'],
    },
    judgedKinds,
  );

const bursts = (burstSize: number) => ({
  generation: 'bursts',
  burstSize,
  burstInterval: exponential(9_000),
});

describe('the chain that the steps of the engine make', () => {
  test.each([1, 2, 3])('with %i workers and a bounded queue is M/M/c/K to nine digits', (workers) => {
    const means = chainMeans(flowOf({}, { workers }), runningKinds, 5_000);
    const wanted = markovQueue({ arrivalRate: 0.01, meanService: 120, servers: workers, places: 4 });
    expect(means?.get('queue')?.queue).toBeCloseTo(wanted.meanQueue, 9);
    expect(means?.get('server')?.busy).toBeCloseTo(wanted.meanBusy, 9);
    expect(means?.get('server')?.finished).toBeCloseTo(wanted.throughput, 11);
    expect(means?.get('queue')?.delivered).toBeCloseTo(wanted.throughput, 11);
  });

  test('with failures tried again at once is the queue of longer work', () => {
    const means = chainMeans(
      flowOf({}, { failureProbability: 0.25, retries: 100, backoffMs: 0 }),
      runningKinds,
      5_000,
    );
    // So many attempts that hardly any is the last: a geometric number of exponential times is exponential.
    const wanted = markovQueue({ arrivalRate: 0.01, meanService: 160, servers: 1, places: 4 });
    expect(means?.get('queue')?.queue).toBeCloseTo(wanted.meanQueue, 9);
  });

  test.each([
    ['another law', flowOf({}, { service: { law: 'constant', mean: 120 } })],
    ['a queue without bound', flowOf({ capacity: 0 }, {})],
    ['a source that ends', flowOf({}, {}, { count: 5 })],
    ['a clock', flowOf({ ttlMs: 500 }, {})],
    ['a burst so large that one moment has too many steps', flowOf({}, {}, bursts(200))],
  ])('there is none for %s', (_, doc) => {
    expect(chainMeans(doc, runningKinds, 500)).toBeNull();
  });
});
