import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf } from './Moments';

test('they are what the definitions say', () => {
  const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(numbers, (values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const moments = momentsOf(values);
      expect(moments.mean).toBeCloseTo(mean, 9);
      expect(moments.variance).toBeCloseTo(squares / (values.length - 1), 6);
    }),
    { seed: 1 },
  );
});

test('a large offset does not drown a small variance', () => {
  expect(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
});

test('nothing and a single number have no variance', () => {
  expect(momentsOf([]).variance).toBe(0);
  expect(momentsOf([5]).variance).toBe(0);
  expect(momentsOf([5]).mean).toBe(5);
});
