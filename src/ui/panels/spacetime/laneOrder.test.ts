import { expect, test } from 'vitest';
import { laneOrder } from './laneOrder';

const node = (id: string, y: number, kind = 'works') => ({ id, kind, name: id, x: 0, y, settings: {} });
const wire = (from: string, to: string) => ({
  id: `${from}-${to}`,
  from: { node: from, port: 'out' },
  to: { node: to, port: 'in' },
  settings: {},
});
const runs = (kind: string) => kind === 'works';

test('lanes go as events do: sources, then whatever is one wire further, and so on; side by side from the top', () => {
  const nodes = [
    node('dead', 0),
    node('mail', 9),
    node('stock', 3),
    node('orders', 5),
    node('shop', 7),
    node('gateway', 1),
  ];
  const wires = [
    wire('shop', 'orders'),
    wire('gateway', 'orders'),
    wire('orders', 'mail'),
    wire('orders', 'stock'),
    wire('mail', 'dead'),
  ];
  expect(laneOrder({ nodes, wires }, runs).map((index) => nodes[index]?.id)).toEqual([
    'gateway',
    'shop',
    'orders',
    'stock',
    'mail',
    'dead',
  ]);
});

test('where all lead in a circle it begins with the first node, and what only explains has no lane', () => {
  const nodes = [node('a', 2), node('b', 1), node('text', 0, 'note')];
  const wires = [wire('a', 'b'), wire('b', 'a')];
  expect(laneOrder({ nodes, wires }, runs)).toEqual([0, 1]);
});
