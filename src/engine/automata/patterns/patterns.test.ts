import { describe, expect, test } from 'vitest';
import type { Automaton } from '../Automaton';
import { complete } from '../complete';
import { nextStateOf } from '../nextStateOf';
import { accepts } from '../accepts';
import { findDifference } from '../findDifference';
import { compilePattern } from './compilePattern';
import { patterns } from './index';
import { fillPattern, sentenceOfPattern } from './sentenceOfPattern';
import { scopes, type Scope } from './scopes';

type Segment = readonly string[];
const n = 2;

const has = (segment: Segment, event: string) => segment.includes(event);
const count = (segment: Segment, event: string) => segment.filter((one) => one === event).length;
const after = (segment: Segment, place: number) => segment.slice(place + 1);
const every = (segment: Segment, event: string, holds: (place: number) => boolean) =>
  segment.every((one, place) => one !== event || holds(place));
/** The next event behind a place that is one of these; null without one. */
const nextOf = (segment: Segment, place: number, events: string) =>
  segment.slice(place + 1).find((one) => events.includes(one)) ?? null;

/** The meaning of every pattern, written down from its sentence without any automaton. */
const definitions: Readonly<Record<string, (segment: Segment) => boolean>> = {
  absence: (s) => !has(s, 'a'),
  universality: (s) => s.every((one) => one === 'a'),
  existence: (s) => count(s, 'a') >= n,
  atMost: (s) => count(s, 'a') <= n,
  exactly: (s) => count(s, 'a') === n,
  init: (s) => s.length === 0 || s[0] === 'a',
  end: (s) => s.length === 0 || s.at(-1) === 'a',
  response: (s) => every(s, 'a', (at) => has(after(s, at), 'b')),
  precedence: (s) => every(s, 'b', (at) => has(s.slice(0, at), 'a')),
  succession: (s) =>
    every(s, 'a', (at) => has(after(s, at), 'b')) && every(s, 'b', (at) => has(s.slice(0, at), 'a')),
  respondedExistence: (s) => !has(s, 'a') || has(s, 'b'),
  coExistence: (s) => has(s, 'a') === has(s, 'b'),
  choice: (s) => has(s, 'a') || has(s, 'b'),
  exclusiveChoice: (s) => has(s, 'a') !== has(s, 'b'),
  alternateResponse: (s) => every(s, 'a', (at) => nextOf(s, at, 'ab') === 'b'),
  alternatePrecedence: (s) => every(s, 'b', (at) => hasOwnA(s, at)),
  alternateSuccession: (s) => {
    const turns = s.filter((one) => one === 'a' || one === 'b');
    return turns.length % 2 === 0 && turns.every((one, index) => one === (index % 2 === 0 ? 'a' : 'b'));
  },
  chainResponse: (s) => every(s, 'a', (at) => s[at + 1] === 'b'),
  chainPrecedence: (s) => every(s, 'b', (at) => s[at - 1] === 'a'),
  chainSuccession: (s) =>
    every(s, 'a', (at) => s[at + 1] === 'b') && every(s, 'b', (at) => s[at - 1] === 'a'),
  notCoExistence: (s) => !has(s, 'a') || !has(s, 'b'),
  notSuccession: (s) => every(s, 'a', (at) => !has(after(s, at), 'b')),
  notChainSuccession: (s) => every(s, 'a', (at) => s[at + 1] !== 'b'),
  responseChain: (s) =>
    every(s, 'a', (at) => s.some((one, next) => one === 'b' && next > at && has(after(s, next), 'c'))),
  responseToChain: (s) => every(s, 'b', (at) => !has(s.slice(0, at), 'a') || has(after(s, at), 'c')),
  precedenceChain: (s) =>
    every(s, 'c', (at) =>
      s.slice(0, at).some((one, first) => one === 'a' && has(s.slice(first + 1, at), 'b')),
    ),
  precedenceOfChain: (s) => {
    const isChain = s.some((one, at) => one === 'b' && has(after(s, at), 'c'));
    return !isChain || has(s.slice(0, s.indexOf('b')), 'a');
  },
};

/** Between a `b` and the `b` before it there is an `a`. */
function hasOwnA(segment: Segment, at: number): boolean {
  return has(segment.slice(segment.slice(0, at).lastIndexOf('b') + 1, at), 'a');
}

/** The segments of a trace that something is asked of, cut out one event after the other. */
function segmentsOf(word: Segment, scope: Scope['id']): readonly Segment[] {
  if (scope === 'globally') return [word];
  if (scope === 'before') return has(word, 'r') ? [word.slice(0, word.indexOf('r'))] : [];
  if (scope === 'after') return has(word, 'q') ? [after(word, word.indexOf('q'))] : [];
  const segments: Segment[] = [];
  let open: string[] | null = null;
  for (const event of word) {
    if (open === null) open = event === 'q' ? [] : null;
    else if (event === 'r') {
      segments.push(open);
      open = null;
    } else open.push(event);
  }
  return open !== null && scope === 'afterUntil' ? [...segments, open] : segments;
}

function lettersOf(pattern: (typeof patterns)[number], scope: Scope): readonly string[] {
  return [...pattern.events, ...scope.events, 'x'];
}

const names = { a: 'a', b: 'b', c: 'c', q: 'q', r: 'r', n };

function compiled(pattern: (typeof patterns)[number], scope: Scope): Automaton {
  const result = compilePattern(pattern, scope, names, ['x']);
  if (!result.ok) throw new Error('The automaton of a pattern is small.');
  return result.value;
}

/** What `x` does where it is no letter: it is left out, for events that a pattern does not name are ignored. */
const read = (word: Segment, { letters }: Automaton) => word.filter((one) => letters.includes(one));

/**
 * How long words must be to tell a table from every other of no more states: a way to each state, a letter, and a
 * word that tells two states apart (Chow, Testing software design modeled by finite-state machines, 1978).
 */
function soundLength(automaton: Automaton): number {
  return depthOf(automaton) + 1 + roundsOf(complete(automaton));
}

function depthOf(automaton: Automaton): number {
  let [depth, reached] = [0, new Set([automaton.initial])];
  for (;;) {
    const next = new Set(reached);
    for (const state of reached)
      for (let letter = 0; letter < automaton.letters.length; letter++)
        next.add(Math.max(automaton.initial, nextStateOf(automaton, state, letter)));
    if (next.size === reached.size) return depth;
    [depth, reached] = [depth + 1, next];
  }
}

function roundsOf(automaton: Automaton): number {
  let colours = automaton.accepting.map(String);
  for (let rounds = 0; ; rounds++) {
    const finer = colours.map((colour, state) =>
      [
        colour,
        ...automaton.letters.map((_, letter) => colours[nextStateOf(automaton, state, letter)]),
      ].join(),
    );
    const numbers = new Map([...new Set(finer)].map((colour, index) => [colour, String(index)]));
    if (numbers.size === new Set(colours).size) return rounds;
    colours = finer.map((colour) => numbers.get(colour) ?? '');
  }
}

function* wordsOver(letters: readonly string[], maxLength: number): Generator<Segment> {
  const word: number[] = [];
  for (let length = 0; length <= maxLength; length++) {
    const total = letters.length ** length;
    for (let code = 0; code < total; code++) {
      word.length = 0;
      for (let rest = code, left = length; left > 0; left--, rest = Math.floor(rest / letters.length))
        word.push(rest % letters.length);
      yield word.map((letter) => letters[letter] ?? '');
    }
  }
}

describe.each(scopes.map((scope) => [scope.id, scope] as const))('%s', (_, scope) => {
  test.each(patterns.map((pattern) => [pattern.id, pattern] as const))(
    '%s is its definition on all words that can tell',
    (id, pattern) => {
      const automaton = compiled(pattern, scope);
      const holds = definitions[id];
      expect(holds, `a definition of ${id}`).toBeDefined();
      const letters = lettersOf(pattern, scope);
      const longest = Math.max(4, soundLength(automaton));
      const wrong: string[] = [];
      for (const word of wordsOver(letters, longest)) {
        const isRight = segmentsOf(word, scope.id).every((segment) => holds?.(segment) === true);
        if (isRight !== accepts(automaton, read(word, automaton))) wrong.push(word.join(''));
        if (wrong.length > 3) break;
      }
      expect(wrong).toEqual([]);
    },
  );
});

test('an opener that also closes ends one segment and begins the next', () => {
  const given = { a: 'work', q: 'tick', r: 'tick', n: 1 };
  const atMost = patterns.find(({ id }) => id === 'atMost');
  const between = scopes.find(({ id }) => id === 'between');
  if (atMost === undefined || between === undefined) throw new Error('They are on the lists.');
  const result = compilePattern(atMost, between, given);
  const automaton = result.ok ? result.value : null;
  expect(
    automaton === null
      ? []
      : ['tick work tick work tick', 'tick work work tick', 'work work tick'].map((word) =>
          accepts(automaton, word.split(' ')),
        ),
  ).toEqual([true, false, true]);
});

test('states are called by what they wait for', () => {
  const response = patterns.find(({ id }) => id === 'responseChain');
  const [globally] = scopes;
  if (response === undefined || globally === undefined) throw new Error('They are on the lists.');
  const result = compilePattern(response, globally, { a: 'Placed', b: 'Paid', c: 'Sent' });
  expect(result.ok ? result.value.states : []).toEqual(['✓', '→ Paid → Sent', '→ Sent']);
});

test('every sentence names all that its pattern is about, and nothing else', () => {
  for (const { events, counts, sentence, meaning } of patterns) {
    const named = new Set([...sentence.matchAll(/\{(\w)\}/g)].map(([, name]) => name));
    expect(named).toEqual(new Set([...events, ...(counts ? ['n'] : [])]));
    expect(fillPattern(meaning, { a: 'A', b: 'B', c: 'C', n: 3 })).not.toMatch(/[{}]/);
  }
});

test('a sentence reads as one, with its scope before it', () => {
  const between = scopes.find(({ id }) => id === 'between');
  const atMost = patterns.find(({ id }) => id === 'atMost');
  if (between === undefined || atMost === undefined) throw new Error('They are on the lists.');
  expect(sentenceOfPattern(atMost, between, { a: 'Retry', q: 'Placed', r: 'Paid', n: 3 })).toBe(
    'between Placed and Paid, Retry comes at most 3 times',
  );
});

test('no two patterns mean the same', () => {
  const [globally] = scopes;
  if (globally === undefined) throw new Error('It is on the list.');
  for (const [index, one] of patterns.entries())
    for (const other of patterns.slice(index + 1))
      expect([
        one.id,
        other.id,
        findDifference(compiled(one, globally), compiled(other, globally)),
      ]).not.toEqual([one.id, other.id, null]);
});
