import { beforeEach, expect, test } from 'vitest';
import type { FlowNode } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import { useDocument } from '#ui/store/documentStore';
import { reorderNode, reorderWire } from './editOutline';

const node = (id: string, group?: string): FlowNode => ({
  id,
  kind: 'bus',
  name: id,
  x: 0,
  y: 0,
  settings: {},
  ...(group === undefined ? {} : { group }),
});
const wire = (id: string, from: string) => ({
  id,
  from: { node: from, port: 'out' },
  to: { node: 'c', port: 'in' },
  settings: {},
});

beforeEach(() => {
  const nodes = [node('a'), node('g'), node('m', 'g'), node('b'), node('c')];
  const wires = [wire('w1', 'a'), wire('w2', 'b'), wire('w3', 'a')];
  useDocument.getState().open({ ...newDocument('outline'), nodes, wires }, 'new');
});

const order = () =>
  useDocument
    .getState()
    .doc.nodes.map(({ id }) => id)
    .join('');
const wires = () =>
  useDocument
    .getState()
    .doc.wires.map(({ id }) => id)
    .join(' ');

test('a node changes places with its neighbour in the same group', () => {
  reorderNode('b', -1, 'b');
  expect(order()).toBe('abgmc');
  reorderNode('b', 1, 'b');
  expect(order()).toBe('agbmc');
});

test('at the edge of its group nothing moves, and no undo entry is left', () => {
  reorderNode('m', -1, 'm');
  reorderNode('m', 1, 'm');
  reorderNode('c', 1, 'c');
  expect(order()).toBe('agmbc');
  expect(useDocument.getState().undoStack).toHaveLength(0);
});

test('a wire moves among those that leave its node', () => {
  reorderWire('w3', -1, 'w3');
  expect(wires()).toBe('w3 w1 w2');
});
