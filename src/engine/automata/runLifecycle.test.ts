import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lifecycle } from './Lifecycle';
import { compileLifecycle, nextState } from './runLifecycle';

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

test('compiles to tables in the order of the states and of first appearance', () => {
  const compiled = compileLifecycle(door);
  expect(compiled.letters).toEqual(['push', 'turn', 'pull']);
  expect([...compiled.transitions]).toEqual([1, 2, -1, -1, -1, 0, -1, 0, -1]);
  expect([...compiled.accepting]).toEqual([1, 0, 1]);
  expect(compiled.initial).toBe(0);
});

const names = ['a', 'b', 'c', 'd', 'constructor'];
const name = fc.constantFrom(...names);
const anyLifecycle: fc.Arbitrary<Lifecycle> = fc.record({
  states: fc.constant(names),
  initial: name,
  accepting: fc.uniqueArray(name),
  transitions: fc.dictionary(name, fc.dictionary(fc.constantFrom('x', 'y', 'toString'), name)),
});

test('the tables say the same as the lifecycle, for every state and letter', () => {
  fc.assert(
    fc.property(anyLifecycle, (lifecycle) => {
      const { states, letters, letterIndex, stateIndex, transitions, accepting, initial } =
        compileLifecycle(lifecycle);
      for (const state of states) {
        const row = (stateIndex.get(state) ?? 0) * letters.length;
        for (const letter of letters) {
          const next = transitions[row + (letterIndex.get(letter) ?? 0)] ?? -1;
          expect(states[next]).toBe(nextState(lifecycle, state, letter));
        }
        expect(accepting[stateIndex.get(state) ?? 0] === 1).toBe(lifecycle.accepting.includes(state));
      }
      expect(states[initial]).toBe(lifecycle.initial);
    }),
    { seed: 1 },
  );
});
