import { expect, test } from 'vitest';
import type { FlowDoc, Intervention } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Run } from './Run';

function deedsOf(actions: readonly (readonly [atMs: number, action: object])[]) {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'deeds',
      eventTypes: [{ id: 'placed' }],
      nodes: [
        {
          id: 'shop',
          kind: 'publisher',
          x: 0,
          y: 0,
          settings: { interval: { law: 'constant', mean: 10 }, count: 5 },
        },
        { id: 'orders', kind: 'bus', x: 0, y: 0 },
        { id: 'stock', kind: 'handler', x: 0, y: 0, settings: { service: { law: 'constant', mean: 1 } } },
        { id: 'frame', kind: 'group', x: 0, y: 0 },
      ],
      wires: [
        { id: 'a', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
        { id: 'b', from: { node: 'orders', port: 'out' }, to: { node: 'stock', port: 'in' } },
      ],
      interventions: actions.map(([atMs, action], index) => ({ id: `i${index}`, atUs: atMs * 1000, action })),
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return runOf(result.value);
}

function runOf(doc: FlowDoc) {
  const run = new Run(runningKinds);
  run.load(doc);
  while (run.advance(1000));
  return run.deeds(Infinity);
}

const fault = (settings: object): Intervention['action'] =>
  ({ do: 'fault', settings }) as Intervention['action'];

test('what was done says so, with its step', () => {
  expect(deedsOf([[5, { do: 'crash', node: 'orders' }]])).toEqual([
    { id: 'i0', step: 1, timeUs: 5000, node: 1, outcome: 'done', lifecycle: '' },
  ]);
});

test('what changed nothing says in which state its node was', () => {
  const deeds = deedsOf([
    [5, { do: 'crash', node: 'orders' }],
    [6, { do: 'crash', node: 'orders' }],
    [7, { do: 'revive', node: 'stock' }],
  ]);
  expect(deeds.map(({ outcome, lifecycle }) => `${outcome} ${lifecycle}`)).toEqual([
    'done ',
    'nothing down',
    'nothing idle',
  ]);
});

test('a step that does not wait is missing', () => {
  expect(deedsOf([[5, { do: 'pick', message: 'orders/publish/3' }]])).toMatchObject([
    { outcome: 'missing', node: -1 },
  ]);
});

test('a fault on wires does something only where a wire joins the two sides', () => {
  const between = (target: string, other: string) => fault({ what: 'lose', target, other, count: 1 });
  expect(
    deedsOf([
      [5, between('orders', 'stock')],
      [6, between('shop', 'stock')],
    ]).map(({ outcome }) => outcome),
  ).toEqual(['done', 'nothing']);
});

test('who befalls nobody is not in the list', () => {
  expect(deedsOf([[5, fault({ what: 'slow', target: 'frame' })]])).toEqual([]);
});
