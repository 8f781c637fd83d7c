import { expect, test } from 'vitest';
import type { FlowNode } from '#engine/model/FlowDoc';
import { nodeBefore, nodeChoices, nodeNamed } from './nodeNamed';

const node = (id: string, name: string): FlowNode => ({
  id,
  name,
  kind: 'handler',
  x: 0,
  y: 0,
  settings: {},
});
const nodes = [node('a', 'Ship'), node('b', 'Bill'), node('c', 'Bill'), node('Ship 2', 'v1.2')];

test('a node is meant by its id, or by a name that only it has', () => {
  expect(nodeNamed(nodes, 'a')?.id).toBe('a');
  expect(nodeNamed(nodes, 'Ship')?.id).toBe('a');
  expect(nodeNamed(nodes, 'Bill')).toBeNull();
  expect(nodeNamed(nodes, 'b')?.id).toBe('b');
  expect(nodeNamed(nodes, 'ship')).toBeNull();
  // The id of one wins over the name of another.
  expect(nodeNamed([node('x', 'y'), node('y', 'z')], 'y')?.id).toBe('y');
});

test('what stands behind a node may have points, as its name may', () => {
  expect(nodeBefore(nodes, 'Ship.service.mean')).toMatchObject({ node: { id: 'a' }, rest: 'service.mean' });
  expect(nodeBefore(nodes, 'v1.2.workers')).toMatchObject({ node: { id: 'Ship 2' }, rest: 'workers' });
  expect(nodeBefore(nodes, 'Bill.workers')).toBeNull();
  expect(nodeBefore(nodes, 'Ship')).toBeNull();
});

test('choices tell names only where they mean one node', () => {
  expect(nodeChoices(nodes)).toBe('a (Ship), b, c, Ship 2 (v1.2)');
});
