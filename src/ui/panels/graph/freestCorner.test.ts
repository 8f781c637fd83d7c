import { expect, test } from 'vitest';
import { freestCorner } from './freestCorner';

const window = { width: 300, height: 300 };
const size = { width: 100, height: 100 };
const corner = (...boxes: readonly (readonly [number, number])[]) =>
  freestCorner(
    boxes.map(([x, y]) => ({ x, y, width: 20, height: 20 })),
    window,
    size,
    10,
  );

test('a map lies where it covers nothing, at the bottom right if that is one such place', () => {
  expect(corner([140, 140])).toBe('bottom-right');
  expect(corner([250, 250])).toBe('bottom-left');
  expect(corner([250, 250], [20, 250])).toBe('top-right');
});

test('where all corners are taken it covers the least', () => {
  expect(corner([250, 250], [20, 250], [250, 20], [20, 20], [100, 100])).toBe('bottom-right');
  expect(corner([250, 250], [220, 250], [20, 250], [40, 250], [250, 20], [20, 20], [60, 60])).toBe(
    'top-right',
  );
});
