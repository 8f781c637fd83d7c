import { describe, expect, test } from 'vitest';
import { drawFlow, type Drawing } from '#engine/analysis/lint/drawFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import { predictFlow } from './predictFlow';

const exponential = (mean: number) => ({ law: 'exponential', mean });
const emit = { actions: [{ do: 'emit' }], emitCall: 'fireAndForget' };

/** So many events that go from one worker to the other and back. */
function circle(
  customers: number,
  first: object = {},
  second: object = {},
  wires: Drawing['wires'] = [],
): Drawing {
  return {
    nodes: {
      shop: ['publisher', { interval: exponential(100), mix: [{ type: 'T', weight: 1 }], count: customers }],
      q1: 'bus',
      a: ['handler', { service: exponential(70), ...emit, ...first }],
      q2: 'bus',
      b: ['handler', { service: exponential(50), ...emit, ...second }],
    },
    wires: ['shop>q1', 'q1>a', 'a>q2', 'q2>b', 'b>q1', ...wires],
  };
}

const predicted = (drawing: Drawing) => predictFlow(drawFlow(drawing, judgedKinds), judgedKinds);
const modelsOf = (drawing: Drawing) => predicted(drawing).stations.map(({ model }) => model);

describe('events that go round for ever', () => {
  // Two lines and N customers: the number at the first is a truncated geometric one (Kleinrock, "Queueing Systems", 1975, § 4.7).
  test.each([1, 2, 5, 40])('%i of them in a circle of two workers, to nine digits', (customers) => {
    const ratio = 70 / 50;
    const weights = Array.from({ length: customers + 1 }, (_, there) => ratio ** there);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const share = (there: number) => (weights[there] ?? 0) / sum;
    const busy = 1 - share(0);
    const meanQueue = weights.reduce((total, _, there) => total + Math.max(0, there - 1) * share(there), 0);
    const { stations, nodes, bottleneck } = predicted(circle(customers));
    const [first, second] = stations;
    expect(first).toMatchObject({
      id: 'a',
      tier: 'exact',
      model: 'closed, MVA',
      growthPerSecond: 0,
      missing: [],
    });
    expect(first?.load).toBeCloseTo(busy, 9);
    expect(first?.throughputPerSecond).toBeCloseTo((busy / 70) * 1000, 9);
    expect(first?.queue).toBeCloseTo(meanQueue, 9);
    expect(second?.load).toBeCloseTo((busy / 70) * 50, 9);
    expect(bottleneck).toBe('a');
    const line = nodes.find(({ id }) => id === 'q1')?.figures.find(({ figure }) => figure === 'queue.mean');
    expect(line?.value).toBeCloseTo(meanQueue, 9);
  });

  test('their number is no longer taken for something that makes no difference', () => {
    expect(predicted(circle(3)).assumptions).toEqual([]);
  });

  test.each([
    ['sources without end', circle(0)],
    ['events that leave', circle(3, { actions: [{ do: 'emit', probability: 0.5 }] })],
    ['work of another law', circle(3, { service: { law: 'constant', mean: 70 } })],
    ['what is handed on twice', circle(3, {}, {}, ['b>q2'])],
    ['a condition on more than the type', circle(3, { actions: [{ do: 'emit', condition: 'key == "1"' }] })],
    [
      'a queue that may be full',
      {
        ...circle(9),
        nodes: { ...circle(9).nodes, q1: ['bus', { capacity: 4, overflow: 'dropNewest' }] },
      } satisfies Drawing,
    ],
  ])('%s are no closed network', (_, drawing) => {
    expect(modelsOf(drawing)).not.toContain('closed, MVA');
  });

  test.each([
    [4, true],
    [3, false],
  ])('a queue with room for %i that holds back callers, and four events', (capacity, isClosed) => {
    const drawn = circle(4);
    const [first] = predicted({ ...drawn, nodes: { ...drawn.nodes, q1: ['bus', { capacity }] } }).stations;
    expect(first?.model === 'closed, MVA').toBe(isClosed);
  });
});
