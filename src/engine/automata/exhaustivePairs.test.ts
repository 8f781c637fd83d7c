import { expect, test } from 'vitest';
import { alikePairs } from './alikePairs';
import type { Automaton } from './Automaton';
import { compareLanguages } from './compareLanguages';
import { findDifference } from './findDifference';
import { findExtraWord } from './findExtraWord';
import { nextStateOf } from './nextStateOf';
import { product } from './product';
import { setRules, type SetRule } from './setRules';
import { distinctAutomata, shortWords } from './smallAutomata';

/*
 * Unreachable states are looked at by none of the algorithms about pairs, and names of states do not matter: it is enough
 * to take one automaton of each shape. `exhaustiveWalks.test.ts` looks at all pairs of up to three states; here the
 * algorithms as they are, marks and all, are held against the words of every pair of which one has at most two states.
 * There two differ on a word of at most 5 letters if at all, and a word that only one has is a way through at most 3 · 3
 * pairs of states, so of at most 8 letters.
 */
const upToTwo = [...distinctAutomata(1), ...distinctAutomata(2)];
const upToThree = [...upToTwo, ...distinctAutomata(3)];
const words = shortWords(8);
const placeOf = new Map(words.map((word, place) => [word.join(''), place]));

/** How many letters the word in this place has. */
const lengthAt = (rank: number) => 31 - Math.clz32(rank + 1);

/** A bit for each word, 32 in a number: whether it is accepted, by the table alone. */
function languageOf({ table, initial, accepting }: Automaton): Int32Array {
  const language = new Int32Array(Math.ceil(words.length / 32));
  const states = new Int8Array(words.length);
  states[0] = initial;
  for (let word = 0; word < words.length; word++) {
    const state = states[word] ?? -1;
    if (accepting[state] === true) language[word >> 5] = (language[word >> 5] ?? 0) | (1 << (word & 31));
    for (const letter of [0, 1]) {
      // In the order of `shortWords`, the words that begin with this one and have a letter more.
      const next = 2 * word + 1 + letter;
      if (next < words.length) states[next] = state === -1 ? -1 : (table[state * 2 + letter] ?? -1);
    }
  }
  return language;
}

const languages = upToThree.map(languageOf);
const none = new Int32Array();

/** The first word that the left has, or where `isEither` one of them, and the other has not; by its place, or −1. */
function firstWord(one: Int32Array, other: Int32Array, isEither: boolean): number {
  for (let block = 0; block < one.length; block++) {
    const [a, b] = [one[block] ?? 0, other[block] ?? 0];
    const bits = isEither ? a ^ b : a & ~b;
    if (bits !== 0) return block * 32 + 31 - Math.clz32(bits & -bits);
  }
  return -1;
}

const has = (language: Int32Array, word: number) => (((language[word >> 5] ?? 0) >> (word & 31)) & 1) === 1;

/** All pairs of which one has at most two states. */
function* withASmall<T>(run: (left: Automaton, right: Automaton) => T) {
  const larger = upToThree.slice(upToTwo.length);
  yield* alikePairs(upToTwo, upToThree, run);
  for (const { lefts, ...rest } of alikePairs(larger, upToTwo, run)) {
    yield { ...rest, lefts: lefts.map((left) => left + upToTwo.length) };
  }
}

const pairsWithASmall = upToThree.length ** 2 - (upToThree.length - upToTwo.length) ** 2;

test('a difference is a shortest word that only the side has that is said, over all pairs with a small one', () => {
  const offences: string[] = [];
  let count = 0;
  for (const { result, lefts, rights } of withASmall(findDifference)) {
    const found = result === null ? -1 : (placeOf.get(result.word.join('')) ?? -2);
    const isLeft = result?.acceptedBy === 'left';
    for (const left of lefts) {
      const one = languages[left] ?? none;
      for (const right of rights) {
        const other = languages[right] ?? none;
        const isRight =
          lengthAt(found) === lengthAt(firstWord(one, other, true)) &&
          (found === -1 || (has(one, found) === isLeft && has(other, found) !== isLeft));
        if (!isRight) offences.push(`${nameOf(left)}, ${nameOf(right)}`);
        count += 1;
      }
    }
  }
  expect(count).toBe(pairsWithASmall);
  expect(offences.slice(0, 5)).toEqual([]);
});

test('an extra word is the first that only the left has, over all pairs with a small one', () => {
  const offences: string[] = [];
  let count = 0;
  for (const { result, lefts, rights } of withASmall(findExtraWord)) {
    const word = result.ok ? result.value : ['limit'];
    const found = word === null ? -1 : (placeOf.get(word.join('')) ?? -2);
    for (const left of lefts) {
      const one = languages[left] ?? none;
      for (const right of rights) {
        if (firstWord(one, languages[right] ?? none, false) !== found) {
          offences.push(`${nameOf(left)}, ${nameOf(right)}`);
        }
        count += 1;
      }
    }
  }
  expect(count).toBe(pairsWithASmall);
  expect(offences.slice(0, 5)).toEqual([]);
});

function nameOf(place: number): string {
  const { table, accepting } = upToThree[place] ?? { table: [], accepting: [] };
  return `${table.join()} ${accepting.join()}`;
}

test('what is run once for many pairs is the same for each of them', () => {
  let [runs, others] = [0, 0];
  for (const { result, lefts, rights } of alikePairs(upToTwo, upToTwo, findDifference)) {
    const wanted = JSON.stringify(result);
    runs += 1;
    for (const left of lefts) {
      for (const right of rights) {
        const [one, other] = [upToTwo[left], upToTwo[right]];
        if (one === undefined || other === undefined) others += 1;
        else if (JSON.stringify(findDifference(one, other)) !== wanted) others += 1;
      }
    }
  }
  expect(runs).toBeLessThan(upToTwo.length ** 2 / 2);
  expect(others).toBe(0);
});

test('a comparison is null for equal languages, and else has the words of both sides', () => {
  for (let pair = 0; pair < upToThree.length ** 2; pair += 9973) {
    const left = upToThree[pair % upToThree.length];
    const right = upToThree[Math.floor(pair / upToThree.length)];
    if (left === undefined || right === undefined) continue;
    const difference = findDifference(left, right);
    const wanted =
      difference === null
        ? null
        : { difference, onlyLeft: findExtraWord(left, right), onlyRight: findExtraWord(right, left) };
    expect(compareLanguages(left, right)).toEqual(wanted);
  }
});

const rules: readonly SetRule[] = ['intersection', 'union', 'difference', 'symmetric-difference'];

/** Whether after every word whatever the product accepts as the rule says: by every state that the three can be in at once. */
function keepsTo(rule: SetRule, both: Automaton, left: Automaton, right: Automaton): boolean {
  const queue = [[both.initial, left.initial, right.initial] as const];
  const seen = new Set([queue[0]?.join()]);
  // The list grows while it is read.
  for (const [state, one, other] of queue) {
    const wanted = setRules[rule](left.accepting[one] === true, right.accepting[other] === true);
    if ((both.accepting[state] === true) !== wanted) return false;
    for (const letter of [0, 1]) {
      const next = [
        nextStateOf(both, state, letter),
        nextStateOf(left, one, letter),
        nextStateOf(right, other, letter),
      ] as const;
      const key = next.join();
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return true;
}

test('products accept what their rule says, over all pairs of up to two states, and of up to three here and there', () => {
  const offences: string[] = [];
  const check = (left: Automaton | undefined, right: Automaton | undefined) => {
    if (left === undefined || right === undefined) return;
    for (const rule of rules) {
      const both = product(left, right, rule);
      if (!both.ok || !keepsTo(rule, both.value, left, right))
        offences.push(`${rule} of ${left.table.join()} and ${right.table.join()}`);
    }
  };
  for (const left of upToTwo) for (const right of upToTwo) check(left, right);
  for (let pair = 0; pair < upToThree.length ** 2; pair += 20_011) {
    check(upToThree[pair % upToThree.length], upToThree[Math.floor(pair / upToThree.length)]);
  }
  expect(offences.slice(0, 5)).toEqual([]);
});
