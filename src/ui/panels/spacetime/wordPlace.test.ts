import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { wordPlace } from './wordPlace';

test('a word stands at the beginning where nothing is in its way, else in the first gap that holds it', () => {
  expect(wordPlace([], 10, 100, 40, 6)).toBe(10);
  expect(wordPlace([20], 10, 100, 40, 6)).toBe(26);
  expect(wordPlace([20, 50], 10, 100, 40, 6)).toBe(56);
  expect(wordPlace([20, 60], 10, 100, 40, 6)).toBeNull();
  expect(wordPlace([0, 70], 10, 100, 40, 6)).toBe(10);
});

test('it keeps away from every spot, and a word that has no place would have none anywhere', () => {
  const spots = array(integer({ min: -20, max: 120 }), { maxLength: 8 });
  assert(
    property(spots, integer({ min: 1, max: 60 }), integer({ min: 0, max: 8 }), (some, needed, away) => {
      const sorted = some.toSorted((a, b) => a - b);
      const fits = (at: number) =>
        at + needed <= 100 && sorted.every((spot) => spot + away <= at || spot - away >= at + needed);
      const first = Array.from({ length: 101 }, (_, at) => at).find(fits) ?? null;
      expect(wordPlace(sorted, 0, 100, needed, away)).toBe(first);
    }),
  );
});
