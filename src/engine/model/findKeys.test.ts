import { expect, test } from 'vitest';
import { findKeys } from './findKeys';

const keys = ['order-1', 'big order-1', 'order-12', '', 'Order-1', 'cart'];

test('what is the same comes first, then what begins with it, then what contains it, whatever the case', () => {
  expect(findKeys(keys, 'order-1')).toEqual({
    count: 6,
    matching: 4,
    found: ['order-1', 'order-12', 'Order-1', 'big order-1'],
  });
  expect(findKeys(keys, 'nobody')).toEqual({ count: 6, matching: 0, found: [] });
});

test('all keys are found by nothing, the empty one first, and no more are told than a list shows', () => {
  expect(findKeys(keys, '').found).toEqual(['', 'order-1', 'big order-1', 'order-12', 'Order-1', 'cart']);
  const many = Array.from({ length: 30 }, (_, index) => `k${index}`);
  const { matching, found } = findKeys(many, 'K');
  expect([matching, found.length]).toEqual([30, 20]);
});
