import { expect, test } from 'vitest';
import { CanonicalForm } from './CanonicalForm';
import type { Omissions } from './ObjectForms';

const omissions: Omissions = {
  statistics: new Set(['done']),
  inner: new Set(['n']),
  parents: new Set(),
  orders: [{ fields: ['id'], highest: [], lowest: [], above: 0 }],
  opaque: new Set(['context']),
};
const form = new CanonicalForm();
const keyOf = (state: object) => form.of({ state }, omissions).key;

test('what only counts, or only orders, tells nothing apart', () => {
  expect(keyOf({ done: 1, work: [{ id: 4, n: 9 }] })).toBe(keyOf({ done: 7, work: [{ id: 2, n: 1 }] }));
  expect(keyOf({ line: { items: [1, 2, 3], head: 1 } })).toBe(keyOf({ line: { items: [7, 2, 3], head: 1 } }));
});

test.each([
  [{ n: 1 }, { n: 2 }],
  [{ done: 1 }, { done: 2 }],
  [{ id: 4 }, { id: 2 }],
  [{ deep: [{ n: 1 }] }, { deep: [{ n: 2 }] }],
  [
    { items: [1, 2, 3], head: 1 },
    { items: [7, 2, 3], head: 1 },
  ],
])('in data of people everything does, whatever it is called: %j', (one, other) => {
  expect(keyOf({ context: one })).not.toBe(keyOf({ context: other }));
});
