import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepts } from './accepts';
import { acceptsNondeterministic } from './acceptsNondeterministic';
import { asDeterministic, isDeterministic } from './asDeterministic';
import { asNondeterministic } from './asNondeterministic';
import { automatonOfLifecycle } from './automatonOfLifecycle';
import { silent, type Arrow, type NondeterministicAutomaton } from './NondeterministicAutomaton';
import { shortWords } from './smallAutomata';

const words = shortWords(5);
const longerWords = shortWords(6);

/** By definition: whether some path reads the word, by search over places of the word and states. */
function acceptsBySearch(
  { letters, initials, accepting, arrows }: NondeterministicAutomaton,
  word: readonly string[],
) {
  const seen = new Set<string>();
  const rest: (readonly [number, number])[] = initials.map((state) => [state, 0]);
  for (const [state, place] of rest) {
    if (seen.has(`${state} ${place}`)) continue;
    seen.add(`${state} ${place}`);
    if (place === word.length && accepting[state] === true) return true;
    for (const { from, letter, to } of arrows) {
      if (from !== state) continue;
      if (letter === silent) rest.push([to, place]);
      else if (letters[letter] === word[place]) rest.push([to, place + 1]);
    }
  }
  return false;
}

test('every nondeterministic automaton of two states accepts what some path reads, and so does its table', () => {
  const offences: string[] = [];
  // Twelve possible arrows: two sources, two targets, two letters and none.
  const possible = [0, 1].flatMap((from) =>
    [silent, 0, 1].flatMap((letter) => [0, 1].map((to) => ({ from, letter, to }))),
  );
  for (let bits = 0; bits < 2 ** possible.length; bits++) {
    const automaton: NondeterministicAutomaton = {
      states: ['p', 'q'],
      letters: ['a', 'b'],
      initials: [0],
      accepting: [false, true],
      arrows: possible.filter((_, index) => (bits & (1 << index)) !== 0),
    };
    const table = asDeterministic(automaton);
    if (!table.ok) {
      offences.push('no table');
      continue;
    }
    // Subsets of two states are at most three: words of 3 letters go along every arrow.
    for (const word of words.slice(0, 15)) {
      const wanted = acceptsBySearch(automaton, word);
      if (acceptsNondeterministic(automaton, word) !== wanted) offences.push(`${bits} ${word.join()}`);
      if (accepts(table.value, word) !== wanted) offences.push(`${bits} ${word.join()}, by table`);
    }
  }
  expect(offences).toEqual([]);
});

const state = fc.integer({ min: 0, max: 4 });
const anyAutomaton: fc.Arbitrary<NondeterministicAutomaton> = fc.record({
  states: fc.constant(['p', 'q', 'r', 's', 't']),
  letters: fc.constant(['a', 'b']),
  initials: fc.uniqueArray(state, { maxLength: 3 }),
  accepting: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  arrows: fc.array(fc.record({ from: state, letter: fc.integer({ min: -1, max: 1 }), to: state }), {
    maxLength: 14,
  }),
});

test('so does every nondeterministic automaton of three states with at most three arrows, on all words of up to six letters', () => {
  const offences: string[] = [];
  const possible = [0, 1, 2].flatMap((from) =>
    [silent, 0, 1].flatMap((letter) => [0, 1, 2].map((to) => ({ from, letter, to }))),
  );
  let count = 0;
  const check = (arrows: readonly Arrow[]) => {
    count += 1;
    const automaton: NondeterministicAutomaton = {
      states: ['p', 'q', 'r'],
      letters: ['a', 'b'],
      initials: [0],
      accepting: [false, false, true],
      arrows,
    };
    const table = asDeterministic(automaton);
    for (const word of longerWords) {
      const wanted = acceptsBySearch(automaton, word);
      if (
        !table.ok ||
        accepts(table.value, word) !== wanted ||
        acceptsNondeterministic(automaton, word) !== wanted
      )
        offences.push(`${word.join('')} of ${JSON.stringify(arrows)}`);
    }
  };
  const extend = (arrows: readonly Arrow[], from: number) => {
    check(arrows);
    if (arrows.length === 3) return;
    for (const [place, arrow] of possible.entries()) {
      if (place >= from) extend([...arrows, arrow], place + 1);
    }
  };
  extend([], 0);
  expect(count).toBe(1 + 27 + 351 + 2925);
  expect(offences.slice(0, 5)).toEqual([]);
});

test('random ones of five states accept alike as arrows, as a table, and by definition', () => {
  fc.assert(
    fc.property(anyAutomaton, (automaton) => {
      const table = asDeterministic(automaton);
      if (!table.ok) return false;
      const again = asNondeterministic(table.value);
      expect(isDeterministic(again)).toBe(true);
      return words.every((word) => {
        const wanted = acceptsBySearch(automaton, word);
        return (
          acceptsNondeterministic(automaton, word) === wanted &&
          accepts(table.value, word) === wanted &&
          acceptsNondeterministic(again, word) === wanted
        );
      });
    }),
    { seed: 4 },
  );
});

test('a deterministic one keeps its states and their names', () => {
  const door = automatonOfLifecycle({
    states: ['closed', 'open'],
    initial: 'closed',
    accepting: ['closed'],
    transitions: { closed: { push: 'open' }, open: { pull: 'closed' } },
  });
  expect(asDeterministic(asNondeterministic(door))).toEqual({ ok: true, value: door });
  expect(accepts(door, ['push', 'pull'])).toBe(true);
  expect(accepts(door, ['push'])).toBe(false);
  expect(accepts(door, ['kick'])).toBe(false);
});
