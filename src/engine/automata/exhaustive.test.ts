import { expect, test } from 'vitest';
import type { Automaton } from './Automaton';
import { asNondeterministic } from './asNondeterministic';
import { certainStates } from './certainStates';
import { complement } from './complement';
import { complete, isComplete } from './complete';
import { determinise } from './determinise';
import { enumerateWords } from './enumerateWords';
import { findDifference } from './findDifference';
import { findExtraWord } from './findExtraWord';
import { languageSize } from './languageSize';
import { liveStates } from './liveStates';
import { minimise } from './minimise';
import { product } from './product';
import { reachableStates } from './reachableStates';
import { runWord } from './runWord';
import { setRules, type SetRule } from './setRules';
import { shortestWord } from './shortestWord';
import { shortWords, smallAutomata } from './smallAutomata';
import { trapStates } from './trapStates';
import { trim } from './trim';

/*
 * Two automata of at most m and n states, with a refusing state each, differ on a word of at most m + n letters if at
 * all: words of 6 letters tell any two of three states apart. A pair of automata of two states is in one of nine pairs
 * of states, refusals counted: a word that is only in one of them has at most 5 letters if there is one, and 9 letters
 * go along every arrow of their product.
 */

const words = shortWords(6);
const longerWords = shortWords(9);
const upToTwo = [...smallAutomata(1), ...smallAutomata(2)];
const upToThree = [...upToTwo, ...smallAutomata(3)];

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
  for (const automaton of upToTwo) {
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

test('differences and inclusion are those of brute force, over all pairs of up to two states', () => {
  const offences: string[] = [];
  const languages = upToTwo.map((automaton) => languageOf(automaton));
  for (const [i, left] of upToTwo.entries()) {
    for (const [j, right] of upToTwo.entries()) {
      const [one, other] = [languages[i] ?? [], languages[j] ?? []];
      const differing = one.findIndex((isIn, index) => isIn !== other[index]);
      const difference = findDifference(left, right);
      const length = words[differing]?.length ?? -1;
      if ((difference?.word.length ?? -1) !== length)
        offences.push(`${left.table.join()}, ${right.table.join()}: ${named(differing)}`);
      if (difference !== null) {
        const { word, acceptedBy } = difference;
        const isLeft = runWord(left, word).isAccepted;
        if (isLeft === runWord(right, word).isAccepted || isLeft !== (acceptedBy === 'left'))
          offences.push(word.join());
      }
      const extra = findExtraWord(left, right);
      const wanted = one.findIndex((isIn, index) => isIn && other[index] !== true);
      const found = !extra.ok || extra.value === null ? 'none' : extra.value.join('');
      if (found !== (wanted === -1 ? 'none' : named(wanted))) offences.push(`${found}, not ${named(wanted)}`);
    }
  }
  expect(offences).toEqual([]);
});

const rules: readonly SetRule[] = ['intersection', 'union', 'difference', 'symmetric-difference'];

test('products have the words that their rule says, over every 41st pair of up to two states', () => {
  const offences: string[] = [];
  const count = longerWords.length;
  const languages = upToTwo.map((automaton) => languageOf(automaton, undefined, count));
  for (let pair = 0; pair < upToTwo.length ** 2; pair += 41) {
    const [i, j] = [Math.floor(pair / upToTwo.length), pair % upToTwo.length];
    const [left, right] = [upToTwo[i], upToTwo[j]];
    if (left === undefined || right === undefined) continue;
    for (const rule of rules) {
      const both = product(left, right, rule);
      const want =
        languages[i]?.map((isIn, index) => setRules[rule](isIn, languages[j]?.[index] === true)) ?? [];
      if (!both.ok || textOf(languageOf(both.value, undefined, count)) !== textOf(want)) {
        offences.push(`${rule} of ${left.table.join()} and ${right.table.join()}`);
      }
    }
  }
  expect(offences).toEqual([]);
});

test('a limit of pairs or states ends in saying so', () => {
  for (const automaton of smallAutomata(2)) {
    if (reachableStates(automaton).length < 2) continue;
    expect(product(automaton, automaton, 'union', 1)).toEqual({ ok: false, limit: 'pairs', max: 1 });
    expect(determinise(asNondeterministic(automaton), 1)).toEqual({ ok: false, limit: 'states', max: 1 });
  }
});
