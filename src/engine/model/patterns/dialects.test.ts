import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialects } from './index';
import { matchesAny } from './matchesAny';

/** Texts made of what matters to the dialects. */
const text = fc.string({
  unit: fc.constantFrom('a', 'b', '.', '/', '*', '>', '#', '+', '$', ' '),
  maxLength: 9,
});
const plainWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });

test('the dialects are the four that a bus offers, each under its own id', () => {
  expect(dialects.map(({ id }) => id)).toEqual(['exact', 'nats', 'amqp', 'mqtt']);
});

test.each(dialects)(
  '$id: any text is a pattern and a subject or has a problem in a sentence, and never throws',
  (dialect) => {
    fc.assert(
      fc.property(text, text, (pattern, subject) => {
        const problem = dialect.problemOf(pattern);
        expect(problem ?? 'Fine.').toMatch(/^[A-Z].*\.$/);
        const isMatch = dialect.compile(pattern)(subject);
        expect(isMatch && problem !== null).toBe(false);
        const problemOfSubject = dialect.problemOfSubject(subject);
        expect(problemOfSubject ?? 'Fine.').toMatch(/^[A-Z].*\.$/);
        expect(isMatch && problemOfSubject !== null).toBe(false);
      }),
      { seed: 1, numRuns: 1000 },
    );
  },
);

test.each(dialects)('$id: a pattern without wildcards matches itself and nothing else', (dialect) => {
  const separator = dialect.id === 'mqtt' ? '/' : '.';
  const name = fc.array(plainWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(separator));
  fc.assert(
    fc.property(name, name, (pattern, subject) => {
      expect(dialect.problemOf(pattern)).toBeNull();
      expect(dialect.compile(pattern)(subject)).toBe(pattern === subject);
      expect(dialect.compile(pattern)(pattern)).toBe(true);
    }),
    { seed: 2 },
  );
});

test.each(dialects)('$id: a compiled pattern answers the same each time it is asked', (dialect) => {
  fc.assert(
    fc.property(text, fc.array(text), (pattern, subjects) => {
      const isMatch = dialect.compile(pattern);
      const once = subjects.map(isMatch);
      expect(subjects.map(isMatch)).toEqual(once);
    }),
    { seed: 3 },
  );
});

test.each(dialects)(
  '$id: no patterns match everything, and several match what one of them matches',
  ({ id }) => {
    expect(matchesAny(id, [], 'whatever')).toBe(true);
    expect(matchesAny(id, [], '')).toBe(true);
    expect(matchesAny(id, ['a', 'b'], 'b')).toBe(true);
    expect(matchesAny(id, ['a', 'b'], 'c')).toBe(false);
  },
);

test('an unknown dialect is a bug', () => {
  expect(() => matchesAny('regex', [], 'a')).toThrow('no pattern dialect "regex"');
});

/** What a `#` may stand for, tried in every way: slow and obviously right. */
function amqpByDefinition(wanted: readonly string[], words: readonly string[]): boolean {
  const [first, ...others] = wanted;
  if (first === undefined) return words.length === 0;
  if (first === '#') {
    return Array.from({ length: words.length + 1 }, (_, taken) => words.slice(taken)).some((rest) =>
      amqpByDefinition(others, rest),
    );
  }
  return (
    words.length > 0 && (first === '*' || first === words[0]) && amqpByDefinition(others, words.slice(1))
  );
}

test('amqp: matches exactly as its definition says, however many # there are', () => {
  const amqp = dialects.find(({ id }) => id === 'amqp');
  const pattern = fc.array(fc.constantFrom('#', '#', '*', 'a', 'b', ''), { minLength: 1, maxLength: 7 });
  const subject = fc.array(fc.constantFrom('a', 'b', ''), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(pattern, subject, (wanted, words) => {
      // One empty word alone is written like the key without words.
      fc.pre(wanted.join('.') !== '' && words.join('.') !== '');
      expect(amqp?.compile(wanted.join('.'))(words.join('.'))).toBe(amqpByDefinition(wanted, words));
    }),
    { seed: 4, numRuns: 2000 },
  );
});
