import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AutomatonPicture } from './AutomatonPicture';
import { walkPicture, type Move, type Place } from './walkPicture';

const moves: readonly Move[] = ['forward', 'back', 'next', 'previous', 'home', 'now'];

/** Pictures of up to six states with any arrows between them. */
const pictures = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc
    .record({
      ends: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 10 }),
      initial: fc.nat(count - 1),
      current: fc.nat(count - 1),
    })
    .map(({ ends, initial, current }): AutomatonPicture => ({
      states: Array.from({ length: count }, (_, index) => ({
        id: `s${index}`,
        label: `s${index}`,
        isInitial: index === initial,
      })),
      arrows: ends.map(([from, to], index) => ({
        id: `a${index}`,
        from: `s${from}`,
        to: `s${to}`,
        lines: ['x'],
      })),
      current: [`s${current}`],
    })),
);

const keyOf = ({ on, id }: Place) => `${on} ${id}`;

function reachable(picture: AutomatonPicture): ReadonlySet<string> {
  const first = walkPicture(picture, null, 'forward');
  const found = new Map(first === null ? [] : [[keyOf(first), first]]);
  // The map grows while it is read: that makes the walk.
  for (const place of found.values()) {
    for (const move of moves) {
      const next = walkPicture(picture, place, move);
      if (next !== null) found.set(keyOf(next), next);
    }
  }
  return new Set(found.keys());
}

test('keys lead to every state and every transition, and to nothing else', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const all = [
        ...picture.states.map(({ id }) => `state ${id}`),
        ...picture.arrows.map(({ id }) => `arrow ${id}`),
      ];
      expect([...reachable(picture)].toSorted()).toEqual(all.toSorted());
    }),
    { seed: 70 },
  );
});

test('previous takes next back, and back takes forward from a transition back to its source', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const places: readonly Place[] = [
        ...picture.states.map(({ id }): Place => ({ on: 'state', id })),
        ...picture.arrows.map(({ id }): Place => ({ on: 'arrow', id })),
      ];
      for (const place of places) {
        expect(walkPicture(picture, walkPicture(picture, place, 'next'), 'previous')).toEqual(place);
      }
      for (const { id, from, to } of picture.arrows) {
        expect(walkPicture(picture, { on: 'arrow', id }, 'forward')).toEqual({ on: 'state', id: to });
        expect(walkPicture(picture, { on: 'arrow', id }, 'back')).toEqual({ on: 'state', id: from });
      }
    }),
    { seed: 71 },
  );
});

test('an empty picture leads nowhere, and what is gone leads home', () => {
  const empty: AutomatonPicture = { states: [], arrows: [], current: [] };
  expect(walkPicture(empty, { on: 'state', id: 'x' }, 'next')).toBeNull();
  const one: AutomatonPicture = { states: [{ id: 'a', label: 'a' }], arrows: [], current: [] };
  for (const on of ['state', 'arrow'] as const) {
    expect(walkPicture(one, { on, id: 'gone' }, 'forward')).toEqual({ on: 'state', id: 'a' });
  }
});
