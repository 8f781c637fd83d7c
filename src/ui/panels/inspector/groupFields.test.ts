import { expect, test } from 'vitest';
import type { Field, FieldSection } from '#engine/model/fields';
import { wireFields } from '#engine/model/wireFields';
import { kinds } from '#kinds/index';
import { groupFields } from './groupFields';

const field = (id: string, section?: FieldSection): Field => ({
  id,
  type: 'boolean',
  default: false,
  ...(section === undefined ? {} : { section }),
});

test('a form of one section alone has no heading', () => {
  const alone = [field('a', 'wire'), field('b', 'wire')];
  expect(groupFields(alone)).toEqual({ first: alone, groups: [] });
  expect(groupFields([field('c'), ...alone]).groups).toHaveLength(1);
});

test.each([...kinds.map((kind) => [kind.id, kind.fields] as const), ...Object.entries(wireFields)])(
  'every field of %s stands in its form exactly once',
  (_, fields) => {
    const { first, groups } = groupFields(fields);
    const shown = [...first, ...groups.flatMap((group) => group.fields)].map(({ id }) => id);
    expect(shown.toSorted()).toEqual(fields.map(({ id }) => id).toSorted());
  },
);

test('a field stands after the one that it names, wherever the table has it', () => {
  const named = (id: string, after?: string): Field => ({
    ...field(id, 'queue'),
    ...(after === undefined ? {} : { after }),
  });
  const table = [named('a'), named('d', 'c'), named('b'), named('c', 'a'), named('e', 'gone')];
  expect(groupFields(table).first.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b', 'e']);
  const { groups } = groupFields([field('z'), ...table]);
  expect(groups[0]?.fields.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b', 'e']);
});

test('every field that names another stands in the same section', () => {
  const lost = kinds.flatMap(({ fields }) =>
    fields.filter(
      ({ after, section }) =>
        after !== undefined && fields.find(({ id }) => id === after)?.section !== section,
    ),
  );
  expect(lost).toEqual([]);
});
