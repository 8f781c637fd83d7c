import { expect, test } from 'vitest';
import type { AutomatonPicture } from './AutomatonPicture';
import { followPlace } from './followPlace';

const pictureOf = (...ids: readonly string[]): AutomatonPicture => ({
  states: ids.map((id) => ({ id, label: id })),
  arrows: [],
  current: [],
});

test.each([
  ['what is still there stays chosen', ['a', 'b'], ['b', 'a', 'c'], 'a', 'a'],
  ['what was renamed stays chosen, where ids are made of names', ['a', 'b'], ['a', 'z'], 'b', 'z'],
  [
    'what was moved stays chosen, where ids are made of places',
    ['a', 'b', 'c'],
    ['a.b', 'a', 'c'],
    'b',
    'a.b',
  ],
  ['a parent with all that is inside keeps its place', ['p', 'p.x', 'q'], ['r', 'r.x', 'q'], 'p.x', 'r.x'],
  ['what was removed is chosen no longer', ['a', 'b'], ['a'], 'b', null],
  [
    'what was removed while others came is chosen no longer',
    ['a', 'b', 'c'],
    ['a', 'c', 'b', 'd'],
    'x',
    null,
  ],
  [
    'another one that was there before is not taken for it',
    ['a', 'b', 'c', 'd'],
    ['c', 'a', 'y', 'z'],
    'b',
    null,
  ],
])('%s', (_, before, after, id, expected) => {
  const found = followPlace(pictureOf(...before), pictureOf(...after), { on: 'state', id });
  expect(found).toEqual(expected === null ? null : { on: 'state', id: expected });
});
