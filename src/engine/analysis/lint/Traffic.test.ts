import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgedKinds } from '#kinds/judgedKinds';
import { drawFlow, type Drawing } from './drawFlow';
import { findLoops } from './findLoops';
import { LintFlow } from './LintFlow';

const arc = (from: number, to: number, weight: number) => ({ from, to, weight });

test('the gain of a single cycle is the product of its weights, wherever it begins', () => {
  const weights = fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(weights, (cycle) => {
      const arcs = cycle.map((weight, from) => arc(from, (from + 1) % cycle.length, weight));
      const [loop, ...others] = findLoops([...arcs, arc(0, 99, 5)]);
      expect(others).toEqual([]);
      expect(loop?.places.toSorted()).toEqual(cycle.map((_, place) => place));
      const product = cycle.reduce((all, weight) => all * weight, 1);
      expect(loop?.gain ?? 0).toBeCloseTo(product, 3);
    }),
    { seed: 11, numRuns: 200 },
  );
});

test('two ways back add up, parts that do not lead to each other are apart, and no way back is no loop', () => {
  const [both] = findLoops([arc(0, 1, 1), arc(1, 0, 0.3), arc(0, 2, 1), arc(2, 0, 0.4)]);
  expect(both?.gain).toBeCloseTo(0.7, 6);
  const apart = findLoops([arc(0, 0, 0.5), arc(0, 1, 1), arc(1, 1, 0.25)]);
  expect(apart).toHaveLength(2);
  expect(new Map(apart.map(({ places, gain }) => [places[0], Number(gain.toFixed(6))]))).toEqual(
    new Map([
      [0, 0.5],
      [1, 0.25],
    ]),
  );
  expect(findLoops([arc(0, 1, 9), arc(1, 2, 9), arc(1, 1, 0)])).toEqual([]);
});

const flowOf = (drawing: Drawing) => new LintFlow(drawFlow(drawing, judgedKinds), judgedKinds);
const shop = ['publisher', { interval: { law: 'constant', mean: 100 }, mix: [{ type: 'T' }] }] as const;
const rateAt = (flow: LintFlow, id: string) => {
  const node = flow.nodes.find((one) => one.id === id);
  return node === undefined ? null : flow.traffic.rateAt(node, 0);
};

test('what comes back with probability p makes λ / (1 − p) of λ (Jackson, 1957)', () => {
  for (const p of [0, 0.25, 0.9]) {
    const handler = ['handler', { actions: [{ do: 'emit', probability: p }] }] as const;
    const flow = flowOf({ nodes: { p: shop, b: 'bus', h: handler }, wires: ['p>b', 'b>h', 'h>b'] });
    expect(rateAt(flow, 'h')).toBeCloseTo(10 / (1 - p), 6);
  }
});

test('each group gets a copy, members of a group share, and losses and duplicates count', () => {
  const bus = ['bus', { groups: 'named' }] as const;
  const flow = flowOf({
    nodes: { p: shop, b: bus, a: 'handler', c: 'handler', d: 'handler' },
    wires: [
      'p>b',
      ['b>a', { group: 'x' }],
      ['b>c', { group: 'x' }],
      ['b>d', { loss: 0.5, duplication: 0.2 }],
    ],
  });
  expect(['a', 'c', 'd'].map((id) => rateAt(flow, id))).toEqual([5, 5, 6]);
});

test('nothing is said of rates behind a source that waits, ends or is unknown, nor behind a growing loop', () => {
  for (const more of [{ call: 'wait' }, { count: 5 }, { generation: 'byHand' }]) {
    const source = ['publisher', { ...shop[1], ...more }] as const;
    const flow = flowOf({ nodes: { p: source, b: 'bus', h: 'handler' }, wires: ['p>b', 'b>h'] });
    expect(rateAt(flow, 'h')).toBeNull();
  }
  const handler = ['handler', { actions: [{ do: 'emit' }] }] as const;
  const growing = flowOf({ nodes: { p: shop, b: 'bus', h: handler }, wires: ['p>b', 'b>h', 'h>b'] });
  expect(rateAt(growing, 'h')).toBeNull();
});
