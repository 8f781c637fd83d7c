import type { Automaton } from './Automaton';

/** What a random automaton is like. */
export interface RandomShape {
  readonly stateCount: number;
  readonly letterCount: number;
  /** Shares from 0 to 1: of states that accept, and of arrows that are there. */
  readonly accepting: number;
  readonly density: number;
}

/**
 * An automaton by chance, each state and arrow on its own; not every state need be reachable. `nextUnit` gives numbers
 * in [0, 1).
 */
export function randomAutomaton(shape: RandomShape, nextUnit: () => number): Automaton {
  const { stateCount, letterCount, accepting, density } = shape;
  const table = new Int32Array(stateCount * letterCount);
  for (let cell = 0; cell < table.length; cell++) {
    table[cell] = nextUnit() < density ? Math.floor(nextUnit() * stateCount) : -1;
  }
  return {
    states: Array.from({ length: stateCount }, (_, index) => `q${index}`),
    letters: Array.from({ length: letterCount }, (_, index) => `l${index}`),
    initial: 0,
    accepting: Array.from({ length: stateCount }, () => nextUnit() < accepting),
    table,
  };
}
