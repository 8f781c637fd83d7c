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
