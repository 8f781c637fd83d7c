import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptsNondeterministic } from './acceptsNondeterministic';
import { asDeterministic } from './asDeterministic';
import type { Automaton } from './Automaton';
import { compileRegex } from './compileRegex';
import { findDifference } from './findDifference';
import { minimise } from './minimise';
import { parseRegex } from './parseRegex';
import type { RegexNode } from './RegexNode';
import { regexOf } from './regexOf';
import { regexName } from './regexTokens';
import { shortWords, smallAutomata } from './smallAutomata';

function automatonOf(text: string): Automaton {
  const tree = parseRegex(text);
  if (!tree.ok) throw new Error(`${text}: ${tree.reason} at ${tree.at}`);
  const arrows = compileRegex(tree.value, ['a', 'b']);
  const table = arrows.ok ? asDeterministic(arrows.value) : arrows;
  if (!table.ok) throw new Error(text);
  return table.value;
}

test('the expression of every automaton of up to three states is one of the same language', () => {
  const offences: string[] = [];
  const seen = new Set<string>();
  for (const automaton of [...smallAutomata(1), ...smallAutomata(2), ...smallAutomata(3)]) {
    const { automaton: small } = minimise(automaton);
    const key = `${small.table.join()} ${small.accepting.join()}`;
    // Equal minimal automata have equal expressions.
    if (seen.has(key)) continue;
    seen.add(key);
    const text = regexOf(automaton);
    if (!text.ok) {
      offences.push(key);
      continue;
    }
    if (findDifference(automatonOf(text.value), automaton) !== null) offences.push(`${key}: ${text.value}`);
  }
  expect(seen.size).toBeGreaterThan(1_000);
  expect(offences).toEqual([]);
});

test.each([
  ['a b', 'ab'],
  ['a | b a', 'a, ba'],
  ['(a | b){2}', 'aa, ab, ba, bb'],
  ['a{1,2} b?', 'a, aa, ab, aab'],
  ['[^a] .', 'ba, bb'],
  ['[a b] ()', 'a, b'],
  ['"a" []| b', 'b'],
  ['()', ''],
])('%s has the words %s', (text, wanted) => {
  const automaton = automatonOf(text);
  const words = shortWords(4).filter((word) => acceptsIn(automaton, word));
  expect(words.map((word) => word.join('')).join(', ')).toBe(wanted);
});

function acceptsIn({ table, letters, initial, accepting }: Automaton, word: readonly string[]): boolean {
  let state = initial;
  for (const name of word) {
    state = table[state * letters.length + letters.indexOf(name)] ?? -1;
    if (state === -1) return false;
  }
  return accepting[state] === true;
}

const tree = fc.letrec<{ node: RegexNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<RegexNode>(
      { type: 'letters', names: ['a'], isExcept: false },
      { type: 'letters', names: ['b'], isExcept: false },
      { type: 'letters', names: ['a'], isExcept: true },
      { type: 'letters', names: [], isExcept: true },
      { type: 'blank' },
      { type: 'nothing' },
    ),
    fc.record({
      type: fc.constant('sequence' as const),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('choice' as const),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('repeat' as const),
      part: tie('node'),
      min: fc.integer({ min: 0, max: 2 }),
      max: fc.constantFrom(null, 2, 3),
    }),
  ),
})).node;

/** By definition: the places in the word where the expression can end when it begins at one. */
function endsOf(node: RegexNode, word: readonly string[], from: ReadonlySet<number>): ReadonlySet<number> {
  if (node.type === 'nothing') return new Set();
  if (node.type === 'blank') return from;
  if (node.type === 'letters') {
    const fits = (at: number) => at < word.length && node.names.includes(word[at] ?? '') !== node.isExcept;
    return new Set([...from].filter(fits).map((at) => at + 1));
  }
  if (node.type === 'sequence') return node.parts.reduce((at, part) => endsOf(part, word, at), from);
  if (node.type === 'choice') return new Set(node.parts.flatMap((part) => [...endsOf(part, word, from)]));
  let at = from;
  const ends = new Set<number>();
  // More repetitions than letters add nothing but empty ones.
  for (let count = 0; count <= (node.max ?? node.min + word.length); count++) {
    if (count >= node.min) for (const end of at) ends.add(end);
    at = endsOf(node.part, word, at);
  }
  return ends;
}

test('a random expression accepts exactly the words that its parts make, as arrows and after a way there and back', () => {
  const words = shortWords(4);
  fc.assert(
    fc.property(tree, (node) => {
      const arrows = compileRegex(node, ['a', 'b']);
      if (!arrows.ok) return false;
      const table = asDeterministic(arrows.value);
      const text = table.ok ? regexOf(table.value) : table;
      if (!text.ok) return false;
      const again = automatonOf(text.value);
      const isRight = words.every((word) => {
        const wanted = endsOf(node, word, new Set([0])).has(word.length);
        return acceptsNondeterministic(arrows.value, word) === wanted && acceptsIn(again, word) === wanted;
      });
      expect(isRight).toBe(true);
      return true;
    }),
    { seed: 4, numRuns: 300 },
  );
});

test.each([
  ['', 0, 'unfinished'],
  ['a |', 3, 'unfinished'],
  ['(a b', 4, 'unfinished'],
  ['a )', 2, 'unexpected'],
  ['* a', 0, 'unexpected'],
  ['a{3,2}', 1, 'unexpected'],
  ['[a', 2, 'unfinished'],
  ['a ; b', 2, 'unexpected'],
  ['a "b', 2, 'unexpected'],
])('%s is no expression at %i: %s', (text, at, reason) => {
  expect(parseRegex(text)).toMatchObject({ ok: false, at, reason });
});

test('brackets, repetitions and texts without end are refused', () => {
  expect(parseRegex('('.repeat(300))).toMatchObject({ at: 201, reason: 'too-deep' });
  expect(parseRegex(`a${'*'.repeat(300)}`)).toMatchObject({ reason: 'too-deep' });
  expect(parseRegex('a '.repeat(60_000))).toMatchObject({ at: 0, reason: 'too-long' });
});

test('any name can stand in an expression', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      expect(parseRegex(regexName(name))).toEqual({
        ok: true,
        value: { type: 'letters', names: [name], isExcept: false },
      });
    }),
    { seed: 4 },
  );
});

test('repetition that multiplies ends at a limit, and so does an expression of an automaton that needs a long one', () => {
  const bomb = parseRegex('a{1000}{1000}{1000}');
  expect(bomb.ok && compileRegex(bomb.value)).toEqual({ ok: false, limit: 'arrows', max: 1_000_000 });
  const [, , , , , , , full] = smallAutomata(1);
  expect(full && regexOf(full, 3)).toEqual({ ok: false, limit: 'characters', max: 3 });
});
