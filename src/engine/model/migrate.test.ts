import { kinds } from '#kinds/index';
import { expect, test } from 'vitest';
import { migrate, type Migration } from './migrate';
import { newDocument } from './newDocument';
import { parseFlow } from './parseFlow';

/** Pretends that version 0 said `title` for `name`, and version −1 said `heading`. */
const fakes: readonly Migration[] = [
  { from: 0, apply: ({ title, ...rest }) => ({ ...rest, name: title }) },
  { from: -1, apply: ({ heading, ...rest }) => ({ ...rest, title: heading }) },
];

test('an old document is brought up to date step by step, and then parsed', () => {
  const { name, ...rest } = newDocument('Orders');
  expect(parseFlow({ ...rest, busbar: -1, heading: name }, kinds, fakes)).toEqual({
    ok: true,
    value: newDocument('Orders'),
    problems: [],
  });
});

test('what a migration makes of a hostile document is still checked', () => {
  const input = { ...newDocument('x'), busbar: 0, name: undefined, title: { toString: 'x' } };
  expect(parseFlow(input, kinds, fakes).problems.map(({ code }) => code)).toEqual(['must-be-text']);
});

test('a version without a way up, and one from the future, are told apart', () => {
  expect(migrate({ busbar: -5 }, fakes).problems.map(({ code }) => code)).toEqual(['older-version']);
  expect(migrate({ busbar: 7 }, fakes).problems[0]).toMatchObject({
    code: 'newer-version',
    values: { version: '7', supported: 1 },
  });
});

test('the present version passes as it is', () => {
  const doc = newDocument('Orders');
  expect(migrate(doc)).toEqual({ ok: true, value: doc, problems: [] });
});
