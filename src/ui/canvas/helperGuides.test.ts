import { expect, test } from 'vitest';
import { alignBox } from './helperGuides';

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });

test('a box near the edge of another is moved onto it, with a line that joins both', () => {
  const { dx, dy, guides } = alignBox(box(4, 300), [box(0, 0)], 6);
  expect([dx, dy]).toEqual([-4, 0]);
  expect(guides).toEqual([{ axis: 'x', at: 0, from: 0, to: 350 }]);
});

test('centres are aligned too, and both axes at once', () => {
  const { dx, dy } = alignBox(box(203, 97, 60, 60), [box(0, 100, 100, 50), box(200, 400, 66, 20)], 6);
  expect(dx).toBe(0);
  expect(dy).toBe(-2);
});

test('the nearest of several wins', () => {
  const { dx } = alignBox(box(5, 500), [box(0, 0), box(3, 100)], 6);
  expect(dx).toBe(-2);
});

test('out of reach nothing happens', () => {
  expect(alignBox(box(20, 300), [box(0, 0)], 6)).toEqual({ dx: 0, dy: 0, guides: [] });
  expect(alignBox(box(20, 300), [], 6).guides).toEqual([]);
});
