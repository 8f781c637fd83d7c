import { expect, test, vi } from 'vitest';
import type { Automaton } from './Automaton';
import { compareLanguages } from './compareLanguages';
import { findDifference } from './findDifference';
import { findExtraWord } from './findExtraWord';
import { nextStateOf } from './nextStateOf';
import { product } from './product';
import { runWord } from './runWord';
import { setRules, type SetRule } from './setRules';
import { distinctAutomata, shortWords } from './smallAutomata';

/*
 * Unreachable states are looked at by none of the algorithms about pairs, and names of states do not matter: it is enough
 * to take one automaton of each shape. With a refusing state each, two of three states differ on a word of at most 6
 * letters if at all; a word that only one has is a way through at most 3 · 4 pairs of states, so of at most 11 letters.
 *
 * All 45 million pairs take minutes: `ALL_PAIRS=1` looks at them, and otherwise every 997th stands for those of two
 * automata of three states.
 */
const upToTwo = [...distinctAutomata(1), ...distinctAutomata(2)];
const three = [...distinctAutomata(3)];
const upToThree = [...upToTwo, ...three];
const words = shortWords(11);
const differenceWords = shortWords(6).length;
const isComplete = process.env['ALL_PAIRS'] === '1';

if (isComplete) vi.setConfig({ testTimeout: 10_000_000 });

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

/** The first word that the rule takes, by its place, or −1. */
function firstWord(one: Int32Array, other: Int32Array, rule: (a: number, b: number) => number): number {
  for (let block = 0; block < one.length; block++) {
    const bits = rule(one[block] ?? 0, other[block] ?? 0);
    if (bits !== 0) return block * 32 + 31 - Math.clz32(bits & -bits);
  }
  return -1;
}

/** Every pair of at most three and at most two states, and those of three states that are asked for. */
function* pairs(): Generator<readonly [number, number]> {
  for (const i of upToThree.keys()) for (const j of upToTwo.keys()) yield [i, j];
  const stride = isComplete ? 1 : 997;
  const first = upToTwo.length;
  for (let pair = 0; pair < three.length * upToThree.length; pair += stride) {
    yield [pair % upToThree.length, first + Math.floor(pair / upToThree.length)];
  }
}

test('differences and inclusion are those of brute force', () => {
  const offences: string[] = [];
  const languages = upToThree.map(languageOf);
  const none = new Int32Array();
  let count = 0;
  for (const [i, j] of pairs()) {
    const [left, right] = [upToThree[i], upToThree[j]];
    if (left === undefined || right === undefined) continue;
    const [one, other] = [languages[i] ?? none, languages[j] ?? none];
    count += 1;
    const differing = firstWord(one, other, (a, b) => a ^ b);
    const extra = firstWord(one, other, (a, b) => a & ~b);
    const found = findDifference(left, right);
    const foundExtra = findExtraWord(left, right);
    const isRight =
      differing < differenceWords &&
      (found?.word.length ?? -1) === (words[differing]?.length ?? -1) &&
      (found === null || isOnly(found.word, found.acceptedBy, left, right)) &&
      foundExtra.ok &&
      (foundExtra.value?.join('') ?? 'none') === (words[extra]?.join('') ?? 'none');
    if (!isRight) offences.push(`${left.table.join()} ${left.accepting.join()}, ${right.table.join()}`);
  }
  expect(count).toBeGreaterThan(isComplete ? 40_000_000 : 1_200_000);
  expect(offences.slice(0, 5)).toEqual([]);
});

function isOnly(word: readonly string[], side: 'left' | 'right', left: Automaton, right: Automaton): boolean {
  const isLeft = runWord(left, word).isAccepted;
  return isLeft !== runWord(right, word).isAccepted && isLeft === (side === 'left');
}

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
  const stride = isComplete ? 41 : 4099;
  for (let pair = 0; pair < upToThree.length ** 2; pair += stride) {
    check(upToThree[pair % upToThree.length], upToThree[Math.floor(pair / upToThree.length)]);
  }
  expect(offences.slice(0, 5)).toEqual([]);
});
