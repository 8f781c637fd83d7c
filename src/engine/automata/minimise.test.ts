import { createStreams } from '#engine/kernel/RandomStreams';
import { refaAutomaton } from '#bench/references/refaAutomaton';
import { expect, test } from 'vitest';
import type { Automaton } from './Automaton';
import { findDifference } from './findDifference';
import { minimise } from './minimise';
import { product } from './product';
import { randomAutomaton } from './randomAutomaton';

/** Random ones, in each of which many states are made to do what others do. */
function randomOnes(count: number, stateCount: number, letterCount: number): readonly Automaton[] {
  const streams = createStreams(4, ['automata']);
  const nextUnit = () => streams.nextUnit(0);
  return Array.from({ length: count }, (_, index) => {
    const shape = {
      stateCount,
      letterCount,
      accepting: 0.1 + (index % 5) / 10,
      density: 0.4 + (index % 7) / 10,
    };
    const automaton = randomAutomaton(shape, nextUnit);
    // Arrows to the upper half go where its states are copies of those of the lower half.
    const half = stateCount >> 1;
    const table = automaton.table.slice();
    table.copyWithin(half * letterCount, 0, half * letterCount);
    const accepting = automaton.accepting.map((isIn, state) => automaton.accepting[state - half] ?? isIn);
    return { ...automaton, table, accepting };
  });
}

test('has as many states as another library finds, on random automata, and accepts the same words', () => {
  for (const [stateCount, letterCount] of [
    [4, 2],
    [12, 2],
    [30, 3],
    [60, 1],
    [100, 4],
  ] as const) {
    for (const automaton of randomOnes(60, stateCount, letterCount)) {
      const oracle = refaAutomaton(automaton);
      oracle.minimize();
      const { automaton: small } = minimise(automaton);
      expect(small.states.length).toBe(oracle.countNodes());
      expect(findDifference(small, automaton)).toBeNull();
      const again = refaAutomaton(small);
      again.minimize();
      expect(again.structurallyEqual(oracle)).toBe(true);
    }
  }
});

test('is idempotent, and merges a product with itself back into what it was', () => {
  for (const automaton of randomOnes(40, 20, 2)) {
    const { automaton: small } = minimise(automaton);
    expect(minimise(small).automaton).toEqual(small);
    const both = product(automaton, small, 'intersection');
    expect(both.ok && minimise(both.value).automaton.table).toEqual(small.table);
  }
});

test('twenty thousand states go quickly whatever they look like: chances, a long chain, and a great cycle', () => {
  const size = 20_000;
  const [random] = randomOnes(1, size, 4);
  const letters = ['a', 'b'];
  const states = Array.from({ length: size }, (_, index) => `q${index}`);
  const next = (state: number) => (state + 1) % size;
  const cycle: Automaton = {
    states,
    letters,
    initial: 0,
    accepting: states.map((_, state) => state % 2 === 0),
    table: Int32Array.from(states.flatMap((_, state) => [next(state), next(state)])),
  };
  // Plain refinement takes as many rounds as there are states here.
  const chain: Automaton = {
    ...cycle,
    accepting: states.map((_, state) => state === size - 1),
    table: Int32Array.from(states.flatMap((_, state) => [next(state), state])),
  };
  expect(minimise(cycle).automaton.states.length).toBe(2);
  expect(minimise(chain).automaton.states.length).toBe(size);
  expect(random && findDifference(minimise(random).automaton, random)).toBeNull();
}, 5_000);
