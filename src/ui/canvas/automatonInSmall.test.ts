import { expect, test } from 'vitest';
import { nextStateOf } from '#engine/automata/nextStateOf';
import { automatonInSmall } from './automatonInSmall';

/** A row of states by one letter, the last of which may end; the first state of the row is the last by place. */
function rowOf(length: number) {
  const table = Int32Array.from({ length }, (_, state) => (state === 0 ? -1 : state - 1));
  return {
    states: Array.from({ length }, (_, state) => `s${state}`),
    letters: ['a'],
    initial: length - 1,
    accepting: Array.from({ length }, (_, state) => state === 0),
    table,
  };
}

test('states stand in order of their depth, and the arrows between them are those of the automaton', () => {
  const automaton = rowOf(4);
  const { states, arrows, isCut, canBreak } = automatonInSmall(automaton, [0, 0, 0, 0]);
  expect([states, isCut, canBreak]).toEqual([[3, 2, 1, 0], false, true]);
  for (const [from, to] of arrows) {
    expect(nextStateOf(automaton, states[from] ?? -1, 0)).toBe(states[to]);
  }
  expect(arrows).toHaveLength(3);
});

test('of an automaton that does not fit, the initial state is left and those where keys are', () => {
  const tokens = Array.from({ length: 20 }, (_, state) => (state === 4 || state === 11 ? 2 : 0));
  expect(automatonInSmall(rowOf(20), tokens)).toMatchObject({ states: [19, 11, 4], isCut: true });
});
