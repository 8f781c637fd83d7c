import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#engine/model/Json';
import { compileExpression, type Evaluated } from './compileExpression';
import { compileTemplate } from './compileTemplate';
import { expressionLimits } from './expressionLimits';
import type { ExpressionProblem } from './expressionProblem';
import { createScope, type ExpressionScope } from './ExpressionScope';

/** Texts that look like expressions, right and wrong ones, from the words of the language. */
const words = fc.constantFrom(
  ...'data event key n read random type x y 0 1 2.5 1e308 "a" null true false + - * / % == != < >= && ||'.split(
    ' ',
  ),
  ...'! ? : in ( ) [ ] { } . , .a [0] ["a"] has( size( string( int( .map(x, .filter(x, .all(y, .exists(y,'.split(
    ' ',
  ),
  ...'.size() .split("") .join("a") math.least( math.floor( .contains( .substring( ${ $${ \\ " 🎉 \u0000'.split(
    ' ',
  ),
);
const wordy = fc.array(words, { maxLength: 24 }).map((list) => list.join(' '));

/** Texts that parse, from the grammar. */
const grammar = fc.letrec<{ expression: string; list: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(
      'data',
      'key',
      'n',
      'read',
      'event',
      'random',
      '0',
      '2.5',
      '"a"',
      'null',
      'true',
      'data.a',
    ),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '*', '/', '%', '==', '<', '&&', '||', 'in'),
        tie('expression'),
      )
      .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
    tie('expression').map((one) => `has((${one}).a)`),
    tie('expression').map((one) => `(${one})["a"]`),
    tie('expression').map((one) => `!(${one})`),
    fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `(${one} ? ${other} : n)`),
    fc.tuple(tie('list'), tie('expression')).map(([list, one]) => `${list}.exists(x, ${one} == x)`),
    tie('list'),
  ),
  list: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('data.list', '[]', '[1, "b"]', 'data'),
    fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `[${one}, ${other}]`),
    fc.tuple(tie('list'), tie('expression')).map(([list, one]) => `${list}.map(x, [x, ${one}])`),
    fc.tuple(tie('list'), tie('list')).map(([list, other]) => `(${list} + ${other})`),
  ),
})).expression;

const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => value as Json);
const anyScope = fc
  .record({
    data: fc.oneof(anyJson, fc.record({ a: anyJson, list: fc.array(anyJson) })),
    key: fc.string(),
    n: fc.nat(),
  })
  .map((given): ExpressionScope => ({ ...createScope(), ...given }));

/** True for what JSON text can hold, no more and no less. */
function isJson(value: unknown): boolean {
  return JSON.stringify(JSON.parse(JSON.stringify(value))) === JSON.stringify(value) && !hasOddities(value);
}

function hasOddities(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Object.is(value, -0);
  if (typeof value !== 'object' || value === null)
    return !['string', 'boolean', 'object'].includes(typeof value);
  return Object.values(value).some(hasOddities);
}

/** JSON or a failure with its place, whatever was evaluated in between. */
function answersWell(
  compiled: { evaluate(scope: ExpressionScope): Evaluated },
  scope: ExpressionScope,
): boolean {
  const first = compiled.evaluate(scope);
  compiled.evaluate(createScope());
  expect(compiled.evaluate(scope)).toEqual(first);
  return first.ok ? isJson(first.value) : /^(column \d+: .|this takes)/s.test(first.error);
}

const isWithin = ({ from, to }: ExpressionProblem, text: string) =>
  from >= 0 && to >= from && from <= text.length;

test('no text and no data makes anything throw, and what comes out is JSON, the same every time', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), wordy, grammar), anyScope, (text, scope) => {
      const compiled = compileExpression(text);
      expect(compiled.ok ? answersWell(compiled, scope) : isWithin(compiled.problem, text)).toBe(true);
    }),
    { seed: 20, numRuns: 3000 },
  );
});

test('most texts made from the grammar do parse, so that the law above says something', () => {
  const texts = fc.sample(grammar, { seed: 21, numRuns: 300 });
  expect(texts.filter((text) => compileExpression(text).ok).length).toBeGreaterThan(200);
});

test('no template makes anything throw, and what comes out is JSON, the same every time', () => {
  const texts = fc.oneof(
    fc.string(),
    wordy,
    grammar.map((text) => `\${${text}}`),
  );
  const templates = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      texts,
      fc.constant(null),
      fc.nat(),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie('json'), { maxKeys: 3 }),
    ),
  })).json;
  fc.assert(
    fc.property(templates, anyScope, (template, scope) => {
      const compiled = compileTemplate(template);
      expect(!compiled.ok || answersWell(compiled, scope)).toBe(true);
    }),
    { seed: 22, numRuns: 1500 },
  );
});

const long = expressionLimits.textLength;
const fill = (head: string, part: string, tail = '') =>
  head + part.repeat(Math.floor((long - head.length - tail.length) / part.length)) + tail;
const manyKeys = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index]));
const manyNumbers = Array.from({ length: 1900 }, (_, index) => index % 10);

test.each([
  ['brackets', fill('', '(')],
  ['lists in lists', fill('', '[')],
  ['objects in objects', fill('', '{"a":')],
  ['negations', fill('', '!', 'true')],
  ['signs', fill('', '- ', '1')],
  ['choices in choices', fill('', 'true?', '1')],
  ['a long sum', fill('1', '+1')],
  ['a long alternation', fill('false', '||n<0')],
  ['fields of fields', fill('data', '.a')],
  ['a comment', fill('n //', 'x')],
  ['escapes', fill('"', '\\u0041', '"')],
  ['a long number', fill('', '9')],
  ['a text that doubles', fill('"a".split("")', '.map(x,x+x)')],
  ['data that doubles', fill('[data]', '.map(x,[x,x])')],
  ['data that doubles and is compared', `${fill('[data]', '.map(x,[x,x])').slice(0, 422)}==[data]`],
  ['loops in loops', 'data.map(a,data.map(b,data.map(c,data.map(d,a+b+c+d))))'],
  ['loops in loops that decide nothing', 'data.all(a,data.all(b,data.all(c,a+b+c>=0)))'],
  ['loops over failures', 'data.exists(a,data.exists(b,data.exists(c,a.b.c)))'],
  ['searches in long texts', 'data.map(a,key.contains("aaaaaaaaaaaaaaaab"))'],
  ['splits of long texts', 'data.map(a,key.split(""))'],
  ['sizes of objects', 'data.map(a,size(read))'],
  ['keys of objects', 'data.exists(a,read.exists(b,true)&&false)'],
  ['objects compared', 'data.map(a,{"a":1}==read)'],
  ['membership', 'data.filter(a,a in data)'],
  ['lists that grow', fill('data', '+data')],
  ['texts that grow', fill('key', '+key')],
])('%s cost a bounded time', (_, text) => {
  const scope = { ...createScope(), data: manyNumbers, key: 'a'.repeat(3000), read: manyKeys };
  const startMs = performance.now();
  const compiled = compileExpression(text);
  if (compiled.ok) compiled.evaluate(scope);
  // Some milliseconds on any machine; the bound only has to tell them from seconds.
  expect(performance.now() - startMs).toBeLessThan(1000);
});

test('a result is never larger than the data of an event may be, however it is written', () => {
  const scope = { ...createScope(), data: manyNumbers };
  const isRefused = (text: string) => {
    const compiled = compileExpression(text);
    return compiled.ok && !compiled.evaluate(scope).ok;
  };
  const large = [
    'data + data',
    '[data].map(x, [x, x])',
    'data.map(x, "aaaa")',
    'data.map(x, x / 7)',
    'data.map(x, "\\n")',
  ];
  expect(large.filter((text) => !isRefused(text))).toEqual([]);
  expect(isRefused('data')).toBe(false);
  expect(isRefused('data.map(x, x)')).toBe(false);
});

test('results up to the limits of data are given, and their text is never longer', () => {
  const items = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  let given = 0;
  fc.assert(
    fc.property(fc.array(items, { minLength: 100, maxLength: 400, size: 'max' }), (data) => {
      const compiled = compileExpression('data.map(x, [x])');
      const result = compiled.ok ? compiled.evaluate({ ...createScope(), data }) : null;
      if (result?.ok === true) given++;
      const length = result?.ok === true ? JSON.stringify(result.value).length : 0;
      expect(length).toBeLessThanOrEqual(expressionLimits.resultLength);
    }),
    { seed: 24, numRuns: 200 },
  );
  expect(given).toBeGreaterThan(10);
});
