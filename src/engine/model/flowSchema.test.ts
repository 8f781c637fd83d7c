import { prettyJson } from '#engine/interop/prettyJson';
import { kinds } from '#kinds/index';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { flowSchema } from './flowSchema';
import { isPlainObject, ownValue } from './readValue';

const file = fileURLToPath(new URL('../../../public/flow.schema.json', import.meta.url));

test('public/flow.schema.json is what the field tables say (when this fails: npm run schema)', async () => {
  await expect(`${prettyJson(flowSchema(kinds))}\n`).toMatchFileSnapshot(file);
});

const inside = (value: unknown, key: string): unknown =>
  isPlainObject(value) ? ownValue(value, key) : undefined;

test.each(kinds.map((kind) => [kind.id, kind] as const))(
  'every setting of a %s is in the schema, with its default',
  (id, kind) => {
    const node = inside(inside(flowSchema(kinds), '$defs'), id);
    for (const field of kind.fields) {
      const setting = ['properties', 'settings', 'properties', field.id].reduce(inside, node);
      expect(inside(setting, 'default')).toEqual(field.default);
    }
  },
);

/** Every place in the schema that points to another. */
function pointersIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : pointersIn(inner),
  );
}

test('every reference in the schema leads somewhere', () => {
  const schema = flowSchema(kinds);
  const defs = isPlainObject(schema['$defs']) ? schema['$defs'] : {};
  const pointers = pointersIn(schema);
  expect(pointers.length).toBeGreaterThan(10);
  // `#` is the whole document, which a kept branch holds once more.
  for (const pointer of pointers.filter((one) => one !== '#'))
    expect(Object.keys(defs)).toContain(pointer.replace('#/$defs/', ''));
});
