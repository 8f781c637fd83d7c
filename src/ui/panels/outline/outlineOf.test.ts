import { expect, test } from 'vitest';
import type { FlowNode, Wire } from '#engine/model/FlowDoc';
import { outlineOf, type OutlineItem } from './outlineOf';

const node = (id: string, group?: string): FlowNode => ({
  id,
  kind: 'bus',
  name: id,
  x: 0,
  y: 0,
  settings: {},
  ...(group === undefined ? {} : { group }),
});
const wire = (from: string, to: string): Wire => ({
  id: `${from}-${to}`,
  from: { node: from, port: 'out' },
  to: { node: to, port: 'in' },
  settings: {},
});
const told = (items: readonly OutlineItem[]): unknown =>
  items.map((item) => [item.node.id, item.wires.map(({ id }) => id), told(item.members)]);

test('groups hold their members at any depth, nodes the wires that leave them, all in the order of the document', () => {
  const nodes = [node('a'), node('in', 'inner'), node('outer'), node('inner', 'outer'), node('b')];
  const wires = [wire('a', 'in'), wire('in', 'b'), wire('a', 'b')];
  expect(told(outlineOf({ nodes, wires }))).toEqual([
    ['a', ['a-in', 'a-b'], []],
    ['outer', [], [['inner', [], [['in', ['in-b'], []]]]]],
    ['b', [], []],
  ]);
});

test('the place of a node is that among all nodes', () => {
  const [outer] = outlineOf({ nodes: [node('outer'), node('x'), node('m', 'outer')], wires: [] });
  expect(outer?.members[0]?.index).toBe(2);
});
