import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOfKey, removeAt } from './sortedList';

test('finds every key where it stands, and none that is not there', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 50 }), (keys) => {
      const list = keys.toSorted((a, b) => a - b).map((key) => ({ key }));
      for (let key = -1; key <= 61; key += 1) {
        expect(placeOfKey(list, key, (item) => item.key)).toBe(list.findIndex((item) => item.key === key));
      }
    }),
    { seed: 1 },
  );
});

test('removes one item, whatever the length of the list, and nothing at a place that is none', () => {
  for (const length of [0, 1, 2, 24, 25, 26, 80]) {
    for (let place = -1; place <= length; place += 1) {
      const list = Array.from({ length }, (_, index) => index);
      const expected = list.filter((item) => item !== place);
      removeAt(list, place);
      expect(list).toEqual(expected);
    }
  }
});
