import { expect, test } from 'vitest';
import { nextNode } from './nextNode';

const node = (id: string, x: number, y: number) => ({ id, x, y, width: 100, height: 50 });
const nodes = [
  node('a', 0, 0),
  node('b', 200, 10),
  node('c', 200, 300),
  node('d', 400, 150),
  node('e', 10, 200),
];

test('an arrow key goes to the nearest node in its direction', () => {
  expect(nextNode(nodes, 'a', 'ArrowRight')).toBe('b');
  expect(nextNode(nodes, 'a', 'ArrowDown')).toBe('e');
  expect(nextNode(nodes, 'd', 'ArrowLeft')).toBe('b');
  expect(nextNode(nodes, 'c', 'ArrowUp')).toBe('b');
});

test('at the edge of the flow an arrow key leads nowhere', () => {
  expect(nextNode(nodes, 'a', 'ArrowLeft')).toBeNull();
  expect(nextNode(nodes, 'a', 'ArrowUp')).toBeNull();
});

test('without a current node one starts at the left, and an empty flow has nowhere to start', () => {
  expect(nextNode(nodes, null, 'ArrowRight')).toBe('a');
  expect(nextNode(nodes, 'deleted', 'ArrowUp')).toBe('a');
  expect(nextNode([], null, 'ArrowUp')).toBeNull();
});

test('right and then left comes back when nothing lies nearer', () => {
  const row = [node('l', 0, 0), node('m', 200, 0), node('r', 400, 0)];
  expect(nextNode(row, nextNode(row, 'm', 'ArrowRight'), 'ArrowLeft')).toBe('m');
});
