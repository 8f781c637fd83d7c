import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import { createFieldScope } from '#engine/model/FieldScope';
import type { Field } from '#engine/model/fields';
import { flowSchema } from '#engine/model/flowSchema';
import { parseFields } from '#engine/model/parseFields';
import { ProblemList } from '#engine/model/ProblemList';
import { randomFlow } from '#engine/model/randomFlow';
import { decodeLink, encodeLink } from '#engine/share/link';
import { kinds } from '#kinds/index';

const fields: readonly Field[] = [
  { id: 'guard', type: 'expression', default: '', maxLength: 40, gives: 'condition' },
  { id: 'value', type: 'expression', default: 'n', maxLength: 200, gives: 'value' },
  { id: 'key', type: 'expression', default: 'key', maxLength: 200, gives: 'text' },
  { id: 'payload', type: 'json', default: null, maxLength: 400, template: true },
];
const toys = kinds.slice(0, 1).map((kind) => ({ ...kind, id: 'toy', fields }));

function read(input: object) {
  const problems = new ProblemList();
  const settings = parseFields(fields, input, ['settings'], createFieldScope(problems));
  return { settings, codes: problems.list.map(({ code }) => code) };
}

test('the importer takes an expression as bounded text and does not ask whether it parses', () => {
  expect(read({ guard: 'n +', payload: { a: '${' } })).toEqual({
    settings: { ...defaultsOf(fields), guard: 'n +', payload: { a: '${' } },
    codes: [],
  });
  expect(read({}).settings).toEqual({ guard: '', value: 'n', key: 'key', payload: null });
  expect(read({ guard: 'n'.repeat(41) }).codes).toEqual(['text-too-long']);
  expect(read({ guard: 7 }).codes).toEqual(['must-be-text']);
  expect(read({ guard: 'n\n> 1' })).toMatchObject({ settings: { guard: 'n\n> 1' }, codes: [] });
});

test('links carry expressions and templates as they are', () => {
  const draws = fc.sample(fc.array(fc.nat(0xffff_ffff), { minLength: 300, maxLength: 300 }), {
    seed: 23,
    numRuns: 60,
  });
  const seen = new Set<unknown>();
  for (const entropy of draws) {
    let at = 0;
    const doc = randomFlow((n) => (entropy[at++] ?? 0) % n, toys);
    const link = encodeLink({ doc, step: 0, timeUs: 0, hash: '9f3c27d1a04be865' }, toys);
    expect(decodeLink(link.ok ? link.value : '', toys)).toMatchObject({ ok: true, value: { doc } });
    for (const { settings } of doc.nodes) seen.add(settings['guard']);
  }
  // Good ones, failing ones and broken ones.
  expect(seen.size).toBeGreaterThan(4);
});

test('the schema says what an expression must give', () => {
  const text = JSON.stringify(flowSchema(toys));
  for (const what of ['true or false', 'any JSON', 'a text']) {
    expect(text).toContain(`"An expression that gives ${what}, or empty."`);
  }
  expect(text).toContain('Texts may hold expressions in ${…}.');
});
