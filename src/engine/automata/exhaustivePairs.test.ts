import { expect, test } from 'vitest';
import { alikePairs } from './alikePairs';
import type { Automaton } from './Automaton';
import { compareLanguages } from './compareLanguages';
import { findDifference } from './findDifference';
import { findExtraWord } from './findExtraWord';
import { nextStateOf } from './nextStateOf';
import { pairTable, product, type PairTable } from './product';
import { setRules, type SetRule } from './setRules';
import { distinctAutomata, shortWords } from './smallAutomata';

/*
 * Unreachable states are looked at by none of the algorithms about pairs, and names of states do not matter: it is enough
 * to take one automaton of each shape. With a refusing state each, two of three states differ on a word of at most 6
 * letters if at all; a word that only one has is a way through at most 3 · 4 pairs of states, so of at most 11 letters.
 *
 * All 45 million pairs are looked at. `alikePairs` runs an algorithm once for all pairs that it cannot tell apart, and what
 * it finds is held against the words of each of them.
 */
const upToTwo = [...distinctAutomata(1), ...distinctAutomata(2)];
const upToThree = [...upToTwo, ...distinctAutomata(3)];
const words = shortWords(11);
const placeOf = new Map(words.map((word, place) => [word.join(''), place]));
const differenceWords = shortWords(6).length;

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
const lengthOf = (word: number) => words[word]?.length ?? -1;

test('a difference is a shortest word that only the side has that is said, over all pairs', () => {
  const offences: string[] = [];
  let count = 0;
  for (const { result, lefts, rights } of alikePairs(upToThree, upToThree, findDifference)) {
    const found = result === null ? -1 : (placeOf.get(result.word.join('')) ?? -1);
    const isLeft = result?.acceptedBy === 'left';
    for (const left of lefts) {
      const one = languages[left] ?? none;
      for (const right of rights) {
        const other = languages[right] ?? none;
        const wanted = firstWord(one, other, true);
        const isRight =
          wanted < differenceWords &&
          lengthOf(found) === lengthOf(wanted) &&
          (found === -1 || (has(one, found) === isLeft && has(other, found) !== isLeft));
        if (!isRight) offences.push(`${nameOf(left)}, ${nameOf(right)}`);
        count += 1;
      }
    }
  }
  expect(count).toBe(upToThree.length ** 2);
  expect(offences.slice(0, 5)).toEqual([]);
});

test('an extra word is the first that only the left has, over all pairs', () => {
  const offences: string[] = [];
  let count = 0;
  for (const { result, lefts, rights } of alikePairs(upToThree, upToThree, findExtraWord)) {
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
  expect(count).toBe(upToThree.length ** 2);
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

/** Whether the rule can still hold of some word that goes on from here, whatever the marks of the states are. */
function canHold(rule: SetRule, one: number, other: number): boolean {
  const marks = (state: number) => (state === -1 ? [false] : [false, true]);
  return marks(one).some((a) => marks(other).some((b) => setRules[rule](a, b)));
}

/** Whether a table of pairs has each pair once, and leads from each by every letter to the pair that the two lead to. */
function isPairTable({ pairs, table }: PairTable, rule: SetRule, left: Automaton, right: Automaton): boolean {
  let seen = 0;
  for (const [place, [one, other]] of pairs.entries()) {
    const bit = 1 << ((one + 1) * 4 + other + 1);
    if ((seen & bit) !== 0 || (place === 0 && (one !== 0 || other !== 0))) return false;
    seen |= bit;
    for (const letter of [0, 1]) {
      const [nextOne, nextOther] = [nextStateOf(left, one, letter), nextStateOf(right, other, letter)];
      const to = pairs[table[place * 2 + letter] ?? -1];
      const isRight = canHold(rule, nextOne, nextOther)
        ? to?.[0] === nextOne && to[1] === nextOther
        : to === undefined;
      if (!isRight) return false;
    }
  }
  return true;
}

/*
 * A product is a table of pairs, which is made without the marks, and for each pair a mark that is made of the marks of the
 * two alone. So all pairs of automata have right products when all pairs of tables have right tables of pairs, and when
 * marks are right wherever they are: these are looked at with all pairs of up to two states.
 */
test('products lead where the two lead, over all pairs of tables of up to three states', () => {
  const tables = upToThree.filter(({ accepting }) => !accepting.includes(true));
  const offences: string[] = [];
  let count = 0;
  for (const left of tables) {
    for (const right of tables) {
      for (const rule of rules) {
        const made = pairTable(left, right, rule);
        if (!made.ok || !isPairTable(made.value, rule, left, right))
          offences.push(`${rule} of ${left.table.join()} and ${right.table.join()}`);
      }
      count += 1;
    }
  }
  expect(count).toBe(865 ** 2);
  expect(offences.slice(0, 5)).toEqual([]);
});

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
