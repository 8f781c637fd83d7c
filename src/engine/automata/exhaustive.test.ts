import { expect, test } from 'vitest';
import type { Automaton } from './Automaton';
import { accepts } from './accepts';
import { asNondeterministic } from './asNondeterministic';
import { certainStates } from './certainStates';
import { complement } from './complement';
import { complete, isComplete } from './complete';
import { determinise } from './determinise';
import { enumerateWords } from './enumerateWords';
import { ignoreLetters } from './ignoreLetters';
import { languageSize } from './languageSize';
import { liveStates } from './liveStates';
import { minimise } from './minimise';
import { product } from './product';
import { reachableStates } from './reachableStates';
import { runWord } from './runWord';
import { shortestWord } from './shortestWord';
import { distinctAutomata, shortWords, smallAutomata } from './smallAutomata';
import { trapStates } from './trapStates';
import { trim } from './trim';

/*
 * Two automata of at most m and n states, with a refusing state each, differ on a word of at most m + n letters if at
 * all: words of 6 letters tell any two of three states apart. What is about pairs stands in `exhaustivePairs.test.ts`.
 */

const words = shortWords(6);
const upToThree = [...smallAutomata(1), ...smallAutomata(2), ...smallAutomata(3)];

/** By word of `words`: the state it leads to, computed from the table alone. */
function statesAfter({ table, initial }: Automaton, from = initial, count = words.length): readonly number[] {
  const states = [from];
  for (let parent = 0; states.length < count; parent++) {
    const state = states[parent] ?? -1;
    for (const letter of [0, 1]) states.push(state === -1 ? -1 : (table[state * 2 + letter] ?? -1));
  }
  return states;
}

const languageOf = (automaton: Automaton, from?: number, count?: number) =>
  statesAfter(automaton, from, count).map((state) => automaton.accepting[state] === true);
const textOf = (language: readonly boolean[]) => language.map(Number).join('');
const named = (index: number) => words[index]?.join('') ?? '';

test('running a word passes the states of the table, and tells where it was refused', () => {
  const offences: string[] = [];
  for (const automaton of upToThree) {
    const after = statesAfter(automaton);
    for (const [index, word] of words.entries()) {
      const { path, refusedAt, isAccepted } = runWord(automaton, word);
      const read = refusedAt === -1 ? word.length : refusedAt;
      const isRight =
        (refusedAt === -1 ? path.at(-1) : -1) === after[index] &&
        path.length === read + 1 &&
        isAccepted === (automaton.accepting[after[index] ?? -1] === true);
      if (!isRight) offences.push(`${word.join('')} in ${automaton.table.join()}`);
    }
  }
  expect(offences).toEqual([]);
});

test('equal languages have equal minimal tables, and others have others, over all automata of up to three states', () => {
  const offences: string[] = [];
  const tableOf = new Map<string, string>();
  for (const automaton of upToThree) {
    const { automaton: small } = minimise(automaton);
    const language = textOf(languageOf(automaton));
    const table = `${small.table.join()} ${small.accepting.join()}`;
    if ((tableOf.get(language) ?? table) !== table)
      offences.push(`${language} has ${tableOf.get(language)} and ${table}`);
    tableOf.set(language, table);
  }
  expect(new Set(tableOf.values()).size).toBe(tableOf.size);
  expect(tableOf.size).toBeGreaterThan(1_000);
  expect(offences).toEqual([]);
});

test('a minimal automaton has the same language, one state per live residual, and the map leads to the right ones', () => {
  const offences: string[] = [];
  for (const automaton of upToThree) {
    const { automaton: small, mergedInto } = minimise(automaton);
    const after = statesAfter(automaton);
    const smallAfter = statesAfter(small);
    const residualOf = automaton.states.map((_, state) => textOf(languageOf(automaton, state)));
    const isLive = residualOf.map((residual) => residual.includes('1'));
    const residuals = new Set<string>();
    for (const [index, state] of after.entries()) {
      const isKept = index === 0 || (state !== -1 && isLive[state] === true);
      if ((isKept ? mergedInto[state] : -1) !== smallAfter[index]) {
        offences.push(`${named(index)} in ${automaton.table.join()}`);
      }
      if (state !== -1 && isLive[state] === true) residuals.add(residualOf[state] ?? '');
    }
    if (small.states.length !== Math.max(1, residuals.size))
      offences.push(`${automaton.table.join()} ${automaton.accepting.join()}`);
    if (textOf(languageOf(small)) !== textOf(languageOf(automaton))) offences.push(automaton.table.join());
  }
  expect(offences).toEqual([]);
});

test('reachable, live, certain and trap states are those that words say', () => {
  const offences: string[] = [];
  for (const automaton of upToThree) {
    const after = new Set(statesAfter(automaton).filter((state) => state !== -1));
    const reachable = Array.from(reachableStates(automaton));
    const live = automaton.states.map((_, state) => Number(languageOf(automaton, state).includes(true)));
    const certain = automaton.states.map((_, state) => Number(!languageOf(automaton, state).includes(false)));
    const traps = automaton.states.flatMap((_, state) =>
      statesAfter(automaton, state).every((to) => to === -1 || to === state) ? [state] : [],
    );
    const found = [
      reachable.toSorted((a, b) => a - b),
      [...liveStates(automaton)],
      [...certainStates(automaton)],
      trapStates(automaton),
    ];
    const wanted = [[...after].toSorted((a, b) => a - b), live, certain, traps];
    if (JSON.stringify(found) !== JSON.stringify(wanted)) offences.push(automaton.table.join());
  }
  expect(offences).toEqual([]);
});

test('completion, complement, trimming and the subset construction keep to the words', () => {
  const offences: string[] = [];
  for (const automaton of upToThree) {
    const language = languageOf(automaton);
    const whole = complete(automaton);
    const subsets = determinise(asNondeterministic(automaton));
    if (!isComplete(whole) || !subsets.ok) {
      offences.push(automaton.table.join());
      continue;
    }
    const found = [whole, complement(automaton), trim(automaton), subsets.value.automaton].map((one) =>
      textOf(languageOf(one)),
    );
    const same = textOf(language);
    const wanted = [same, textOf(language.map((isIn) => !isIn)), same, same];
    if (found.join() !== wanted.join()) offences.push(automaton.table.join());
  }
  expect(offences).toEqual([]);
});

test('the shortest word, the list of words and the size of a language are those of brute force', () => {
  const offences: string[] = [];
  for (const automaton of upToThree) {
    const language = languageOf(automaton);
    const all = words.filter((_, index) => language[index]);
    const first = shortestWord(automaton);
    if ((first === null ? 'none' : first.join('')) !== (all[0]?.join('') ?? 'none'))
      offences.push(automaton.table.join());
    // A word as long as there are states passes one of them twice, and can be made longer.
    const isInfinite = all.some(({ length }) => length >= automaton.states.length);
    const size = all.length === 0 ? 'empty' : isInfinite ? 'infinite' : 'finite';
    if (languageSize(automaton) !== size)
      offences.push(`${automaton.table.join()}: ${languageSize(automaton)}, not ${size}`);
    const list = enumerateWords(automaton, { maxCount: 200, maxLength: 6 });
    const found = list.words.map((word) => word.join('')).join();
    if (found !== all.map((word) => word.join('')).join())
      offences.push(`${automaton.table.join()}: ${found}`);
    if (list.ended !== (isInfinite ? 'length' : 'all'))
      offences.push(`${automaton.table.join()} ended with ${list.ended}`);
  }
  expect(offences).toEqual([]);
});

test('letters to ignore change no word that has none of them, and are left out of the others', () => {
  const offences: string[] = [];
  const known = shortWords(4);
  // Every word of at most four letters with one or two further ones put in.
  const longer = known.flatMap((word) =>
    ['c', 'd'].map((letter, at) => ({
      word,
      with: word.toSpliced(at, 0, letter).toSpliced(word.length, 0, 'c'),
    })),
  );
  for (const automaton of [...distinctAutomata(1), ...distinctAutomata(2), ...distinctAutomata(3)]) {
    const ignoring = ignoreLetters(automaton, ['b', 'c', 'd', 'c']);
    if (ignoring.letters.join('') !== 'abcd') offences.push(ignoring.letters.join());
    for (const { word, with: other } of longer) {
      const wanted = accepts(automaton, word);
      if (accepts(ignoring, word) !== wanted || accepts(ignoring, other) !== wanted)
        offences.push(`${other.join('')} in ${automaton.table.join()}`);
    }
  }
  expect(offences.slice(0, 5)).toEqual([]);
});

test('a limit of pairs or states ends in saying so', () => {
  for (const automaton of smallAutomata(2)) {
    if (reachableStates(automaton).length < 2) continue;
    expect(product(automaton, automaton, 'union', 1)).toEqual({ ok: false, limit: 'pairs', max: 1 });
    expect(determinise(asNondeterministic(automaton), 1)).toEqual({ ok: false, limit: 'states', max: 1 });
  }
});
