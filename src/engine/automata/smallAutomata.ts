import type { Automaton } from './Automaton';
import { reachableStates } from './reachableStates';

/** Every deterministic automaton, partial ones too, of so many states over the letters a and b; state 0 is initial. */
export function* smallAutomata(stateCount: number): Generator<Automaton> {
  const cellCount = stateCount * 2;
  const tables = (stateCount + 1) ** cellCount;
  const states = Array.from({ length: stateCount }, (_, index) => `q${index}`);
  for (let code = 0; code < tables; code++) {
    const table = new Int32Array(cellCount);
    for (let cell = 0, rest = code; cell < cellCount; cell++) {
      table[cell] = (rest % (stateCount + 1)) - 1;
      rest = Math.floor(rest / (stateCount + 1));
    }
    for (let bits = 0; bits < 2 ** stateCount; bits++) {
      const accepting = states.map((_, state) => (bits & (1 << state)) !== 0);
      yield { states, letters: ['a', 'b'], initial: 0, accepting, table };
    }
  }
}

/** All words over a and b of at most so many letters, from short to long, in the order of the letters. */
export function shortWords(maxLength: number): readonly (readonly string[])[] {
  const words: (readonly string[])[] = [[]];
  for (const word of words) {
    if (word.length < maxLength) words.push([...word, 'a'], [...word, 'b']);
  }
  return words;
}

/**
 * Of the automata above those whose states are all reachable and numbered breadth first by the order of the letters:
 * every automaton with reachable states only is one of these with other names, so what holds for these holds for all.
 */
export function* distinctAutomata(stateCount: number): Generator<Automaton> {
  for (const automaton of smallAutomata(stateCount)) {
    const order = reachableStates(automaton);
    if (order.length === stateCount && order.every((state, place) => state === place)) yield automaton;
  }
}
