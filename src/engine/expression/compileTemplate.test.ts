import { expect, test } from 'vitest';
import { problemMessage } from '#engine/model/problemMessage';
import type { Json } from '#engine/model/Json';
import { compileTemplate } from './compileTemplate';
import { createScope } from './ExpressionScope';

const scope = { ...createScope(), key: 'o-17', n: 3, data: { total: 9, tags: ['a'] }, random: 0.5 };

function filled(template: Json): Json {
  const compiled = compileTemplate(template);
  if (!compiled.ok) return `refused: ${compiled.problem.path.join('.')} ${problemMessage(compiled.problem)}`;
  const evaluated = compiled.evaluate(scope);
  return evaluated.ok ? evaluated.value : `failed: ${evaluated.error}`;
}

test.each<[Json, Json]>([
  [
    { total: '${n * 10}', label: 'Order ${key}' },
    { total: 30, label: 'Order o-17' },
  ],
  ['${data}', { total: 9, tags: ['a'] }],
  ['${data.tags} and ${null} and ${true}', '["a"] and null and true'],
  ['${n}${n}', '33'],
  ['a $${n} b', 'a ${n} b'],
  ['$${', '${'],
  ['$n {n} $', '$n {n} $'],
  ['${{"a": {"b": n}}}', { a: { b: 3 } }],
  ['${"}" + \'{\' + "\\"}"}', '}{"}'],
  ['${ n }', 3],
  [
    [{ deep: [{ deeper: '${key}' }] }, 1],
    [{ deep: [{ deeper: 'o-17' }] }, 1],
  ],
  [
    { '${n}': 1, x: '${n}' },
    { '${n}': 1, x: 3 },
  ],
])('%j becomes %j', (template, value) => {
  expect(filled(template)).toEqual(value);
});

test.each<[Json, string]>([
  ['${data.x}', 'failed: column 8: data has no "x"'],
  ['Order ${data.x}', 'failed: column 14: data has no "x"'],
  [{ a: [{ b: '${1 / 0}' }] }, 'failed: column 3: division by zero (in a.0.b)'],
])('%j fails where its data does not fit', (template, error) => {
  expect(filled(template)).toBe(error);
});

test.each<[Json, readonly (string | number)[], number]>([
  ['${', [], 2],
  ['${"}', [], 4],
  ['ab ${1 +}', [], 8],
  [{ a: [0, '${n}', 'x ${foo}'] }, ['a', 2], 4],
])('%j is refused at its path and column', (template, path, from) => {
  expect(compileTemplate(template)).toMatchObject({ ok: false, problem: { path, from } });
});

test('a template without expressions gives the very same frozen data', () => {
  const template = { a: [1, { b: 'x' }] };
  const compiled = compileTemplate(template);
  const evaluated = compiled.ok ? compiled.evaluate(scope) : null;
  expect(compiled).toMatchObject({ isConstant: true, usesRandom: false });
  expect(evaluated?.ok === true && evaluated.value).toBe(template);
  expect(Object.isFrozen(template.a[1])).toBe(true);
});

test('what is the same in every result is shared, and the result is frozen', () => {
  const fixed = { b: ['x'] };
  const compiled = compileTemplate({ fixed, key: '${key}' });
  const evaluated = compiled.ok ? compiled.evaluate(scope) : null;
  const value = evaluated?.ok === true ? evaluated.value : null;
  expect(value).toEqual({ fixed, key: 'o-17' });
  expect(Object.isFrozen(value)).toBe(true);
  expect(typeof value === 'object' && value !== null && 'fixed' in value && value['fixed']).toBe(fixed);
});

test('the whole result is bounded, not only each text of it', () => {
  const large = { ...scope, key: 'k'.repeat(1500) };
  const compiled = compileTemplate(['${key}', '${key}', 'and ${key}']);
  expect(compiled.ok && compiled.evaluate(large)).toMatchObject({ ok: false });
  expect(compiled.ok && compiled.evaluate(scope)).toMatchObject({ ok: true });
});

test('a template uses random when any of its expressions does', () => {
  expect(compileTemplate({ a: 1, b: ['x ${random}'] })).toMatchObject({ usesRandom: true });
  expect(compileTemplate({ a: 1, b: ['x ${n}'] })).toMatchObject({ usesRandom: false });
});

test('what an expression gives counts with the levels around it', () => {
  const nested = (depth: number, inner: Json): Json => (depth === 0 ? inner : [nested(depth - 1, inner)]);
  const isGiven = (around: number, inside: number) => {
    const compiled = compileTemplate(nested(around, '${data}'));
    return compiled.ok && compiled.evaluate({ ...scope, data: nested(inside, 1) }).ok;
  };
  expect([isGiven(16, 16), isGiven(16, 17), isGiven(0, 32), isGiven(31, 1)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});
