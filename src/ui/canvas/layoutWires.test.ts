import { expect, test } from 'vitest';
import { layoutWires } from './layoutWires';
import { portPoint, portsOf } from './portPoint';
import { testFlow, testNode, testWire } from './testFlow';

const flow = testFlow(
  [
    testNode('publisher', 'shop', 0, 0),
    testNode('bus', 'orders', 300, 0),
    testNode('handler', 'low', 700, 400),
    testNode('handler', 'high', 700, -200),
    testNode('handler', 'middle', 700, 60),
  ],
  [
    testWire('in', 'shop.out', 'orders.in'),
    testWire('toLow', 'orders.out', 'low.in'),
    testWire('toHigh', 'orders.out', 'high.in'),
    testWire('toMiddle', 'orders.out', 'middle.in'),
    testWire('nowhere', 'orders.out', 'gone.in'),
    testWire('back', 'high.out', 'orders.in'),
  ],
);

test('several wires of one port leave in the order of their targets, so that they do not cross', () => {
  const { wires } = layoutWires(flow);
  const startOf = (index: number) => wires[index]?.from.y ?? Number.NaN;
  expect(startOf(2)).toBeLessThan(startOf(3));
  expect(startOf(3)).toBeLessThan(startOf(1));
});

test('a wire whose end does not exist is left out and disturbs no other', () => {
  const { wires } = layoutWires(flow);
  expect(wires[4]).toBeNull();
  expect(wires.filter((wire) => wire !== null)).toHaveLength(5);
});

test('a document that was laid out before costs nothing, and unmoved wires keep their measured path', () => {
  expect(layoutWires(flow)).toBe(layoutWires(flow));
  const moved = {
    ...flow,
    nodes: flow.nodes.map((node) => (node.id === 'low' ? { ...node, x: 720 } : node)),
  };
  expect(layoutWires(moved).wires[0]).toBe(layoutWires(flow).wires[0]);
  expect(layoutWires(moved).wires[1]).not.toBe(layoutWires(flow).wires[1]);
});

const heightsOf = (handlerX: number, handlerY: number) => {
  const { wires } = layoutWires(
    testFlow(
      [testNode('bus', 'orders', 0, 0), testNode('handler', 'work', handlerX, handlerY)],
      [testWire('out', 'orders.out', 'work.in')],
    ),
  );
  return wires[0]?.samples.points ?? [];
};

test('a wire back to a node above or below runs between the two, and around neither', () => {
  const back = layoutWires(flow).wires[5]?.samples.points ?? [];
  expect(back.some(({ y }) => y > -96 && y < 0)).toBe(true);
  expect(back.every(({ y }) => y >= -149 && y <= 109)).toBe(true);
  expect(heightsOf(60, 240).every(({ y }) => y >= 107 && y <= 293)).toBe(true);
});

test('a wire to a node a little to the right makes no loop, however near the node is', () => {
  for (const gap of [0, 6, 20, 29]) {
    const heights = heightsOf(300 + gap, -160).map(({ y }) => y);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  }
});

test('a wire back to a node beside goes around both, on the nearer side', () => {
  const above = heightsOf(-300, -40).map(({ y }) => y);
  const below = heightsOf(-300, 130).map(({ y }) => y);
  expect(Math.min(...above)).toBeLessThan(-40);
  expect(Math.max(...below)).toBeGreaterThan(234);
});

test('ports lie on the edge of their node, those of one side apart from each other', () => {
  for (const node of flow.nodes) {
    const points = portsOf(node).map((port) => portPoint(node, port));
    expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(points.length);
  }
});
