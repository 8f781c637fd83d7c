import { expect, test } from 'vitest';
import { defaultOf, defaultsOf } from '#engine/model/defaultsOf';
import type { Field } from '#engine/model/fields';
import { newDocument } from '#engine/model/newDocument';
import type { NodeKind } from '#engine/model/NodeKind';
import { kinds } from '#kinds/index';
import { wireFields } from '#engine/model/wireFields';
import { checkField } from './checkField';
import { checkExpressions } from './checkExpressions';

const fields: readonly Field[] = [
  { id: 'guard', type: 'expression', default: '', maxLength: 200, gives: 'condition' },
  { id: 'payload', type: 'json', default: null, maxLength: 4000, template: true },
  { id: 'plain', type: 'json', default: null, maxLength: 4000 },
  {
    id: 'rules',
    type: 'records',
    default: [],
    maxItems: 3,
    item: [{ id: 'when', type: 'expression', default: '', maxLength: 200, gives: 'condition' }],
  },
];
const toys: readonly NodeKind[] = kinds.slice(0, 1).map((kind) => ({ ...kind, id: 'toy', fields }));

const docWith = (settings: object) => ({
  ...newDocument('toys'),
  nodes: [{ id: 't', kind: 'toy', name: 'T', x: 0, y: 0, settings: { ...defaultsOf(fields), ...settings } }],
});

test('every broken expression is named with its path and column, also in lists and templates', () => {
  const doc = docWith({
    guard: 'data.total >',
    payload: { total: '${n * 10}', label: ['Order ${kee}'] },
    plain: '${also not looked at',
    rules: [{ when: '' }, { when: 'n > 1' }, { when: 'foo()' }],
  });
  const at = ['nodes', 0, 'settings'];
  expect(checkExpressions(doc, toys)).toMatchObject([
    { code: 'expression-unfinished', severity: 'warning', path: [...at, 'guard'], values: { column: 13 } },
    { code: 'expression-name', path: [...at, 'payload', 'label', 0], values: { column: 9, name: 'kee' } },
    { code: 'expression-function', path: [...at, 'rules', 2, 'when'], values: { column: 1 } },
  ]);
});

test('nothing is wrong with empty expressions and data without any', () => {
  expect(checkExpressions(docWith({}), toys)).toEqual([]);
  expect(checkExpressions(docWith({ payload: { a: ['$n', '{n}'] } }), toys)).toEqual([]);
});

test('a document full of broken expressions is not listed beyond the first hundred', () => {
  const rules = Array.from({ length: 500 }, () => ({ when: '(' }));
  const found = checkExpressions(docWith({ rules }), toys);
  expect(found.length).toBe(101);
  expect(found.at(-1)).toMatchObject({ code: 'more-problems', severity: 'warning', values: { count: 400 } });
});

test('every table of fields, also those of wires, holds at most texts that parse as its defaults', () => {
  const tables = [...kinds.map((kind) => kind.fields), ...Object.values(wireFields)];
  const defaults = tables.flat().flatMap((field) => [checkField(field, defaultOf(field))]);
  expect(defaults.length).toBeGreaterThan(20);
  expect(defaults.filter((problem) => problem !== null)).toEqual([]);
});
