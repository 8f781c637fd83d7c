import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lifecycle } from './Lifecycle';
import { compileLifecycle } from './compileLifecycle';
import { nextState } from './nextState';

const door: Lifecycle = {
  states: ['closed', 'open', 'locked'],
  initial: 'closed',
  accepting: ['closed', 'locked'],
  transitions: {
    closed: { push: 'open', turn: 'locked' },
    open: { pull: 'closed' },
    locked: { turn: 'closed' },
  },
};

test('a declared letter leads on, and an undeclared one nowhere', () => {
  expect(nextState(door, 'closed', 'push')).toBe('open');
  expect(nextState(door, 'open', 'turn')).toBeUndefined();
  expect(nextState(door, 'ajar', 'push')).toBeUndefined();
});

test('names that every object inherits are not taken for states or letters', () => {
  expect(nextState(door, 'closed', 'constructor')).toBeUndefined();
  expect(nextState(door, 'constructor', 'name')).toBeUndefined();
  expect(nextState(door, '__proto__', 'push')).toBeUndefined();
});

test('compiles to rows in the order of the states, with every entry numbered once', () => {
  const { edges, edgeCount } = compileLifecycle(door);
  expect(edges.map((row) => row.map((edge) => edge.letter))).toEqual([['push', 'turn'], ['pull'], ['turn']]);
  expect(edges.flatMap((row) => row.map((edge) => edge.index))).toEqual([0, 1, 2, 3]);
  expect(edgeCount).toBe(4);
});

const names = ['a', 'b', 'c', 'd', 'constructor'];
const name = fc.constantFrom(...names);
const anyLifecycle: fc.Arbitrary<Lifecycle> = fc.record({
  states: fc.constant(names),
  initial: name,
  accepting: fc.uniqueArray(name),
  transitions: fc.dictionary(name, fc.dictionary(fc.constantFrom('x', 'y', 'toString'), name)),
});

test('the rows say the same as the lifecycle, for every state and letter', () => {
  fc.assert(
    fc.property(anyLifecycle, (lifecycle) => {
      const { states } = lifecycle;
      const { edges } = compileLifecycle(lifecycle);
      for (const [index, state] of states.entries()) {
        for (const letter of ['x', 'y', 'toString', 'constructor']) {
          const edge = edges[index]?.find((one) => one.letter === letter);
          expect(edge?.to).toBe(nextState(lifecycle, state, letter));
          expect(edge === undefined ? undefined : states[edge.toIndex]).toBe(edge?.to);
        }
      }
    }),
    { seed: 1 },
  );
});
