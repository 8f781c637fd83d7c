import { expect, test } from 'vitest';
import { nextStateOf } from '#engine/automata/nextStateOf';
import { automatonInSmall, structureOf } from './automatonInSmall';

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
  const structure = structureOf(automaton);
  const { states, arrows, isCut } = automatonInSmall(structure, [], 0);
  expect([states, isCut, structure.canBreak]).toEqual([[3, 2, 1, 0], false, true]);
  for (const [from, to] of arrows) {
    expect(nextStateOf(automaton, states[from] ?? -1, 0)).toBe(states[to]);
  }
  expect(arrows).toHaveLength(3);
});

test('of an automaton that does not fit, the initial state is left and those where keys are', () => {
  const structure = structureOf(rowOf(20));
  const small = automatonInSmall(
    structure,
    [
      [4, 2],
      [11, 3],
    ],
    5,
  );
  expect(small).toMatchObject({ states: [19, 11, 4], isCut: true, keys: [0, 3, 2], elsewhere: 0 });
});

test('of more states with keys than fit those with most are shown, and the other keys are counted', () => {
  const tokens = [3, 5, 7, 9, 11, 13, 15, 100].map((state, place) => [state, place + 1] as const);
  const small = automatonInSmall(structureOf(rowOf(200)), tokens, 40);
  expect(small.states).toEqual([199, 100, 15, 13, 11, 9]);
  expect(small.keys).toEqual([0, 8, 7, 6, 5, 4]);
  expect(small.elsewhere).toBe(40 - (8 + 7 + 6 + 5 + 4));
});
