import { expect, test } from 'vitest';
import { firstCall, firstEvent, firstTimer, rangeOf, replaceNames } from './names';

const span = 2 ** 20;

test('a name is replaced in a text wherever in its range it lies, and its neighbours outside are not', () => {
  for (const first of [firstEvent, firstCall, firstTimer]) {
    for (const place of [0, 1, 72_223, 72_224, 500_000, 972_224, span - 1]) {
      const name = first + place;
      expect(rangeOf(name)).toBe(first);
      expect(replaceNames(`x:${name}:y`, (found) => found - first)).toBe(`x:${place}:y`);
    }
    for (const other of [first - 1, first + span]) {
      expect(rangeOf(other)).toBe(0);
      expect(replaceNames(`x:${other}:y`, () => 0)).toBe(`x:${other}:y`);
    }
  }
});
