import { expect, test } from 'vitest';
import { faultFields } from '#engine/model/faultFields';
import { fieldSections, type Field } from '#engine/model/fields';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { wireFields } from '#engine/model/wireFields';
import { kinds } from '#kinds/index';
import * as enFirst from '#ui/i18n/en/first';
import * as en from '#ui/i18n/en/later';
import * as zhFirst from '#ui/i18n/zh/first';
import * as zh from '#ui/i18n/zh/later';

/** Every key that a form made from these fields asks for. */
function keysOf(fields: readonly Field[], owner: string): readonly string[] {
  return fields.flatMap((field) => {
    const path = `${owner}.${field.id}`;
    const options = field.type === 'choice' ? field.options.map((option) => `${path}.${option}`) : [];
    const items = field.type === 'records' ? keysOf(field.item, path) : [];
    return [path, `${path}.help`, ...options, ...items];
  });
}

const fieldKeys = [
  ...kinds.flatMap((kind) => keysOf(kind.fields, kind.id)),
  ...Object.values(wireFields).flatMap((fields) => keysOf(fields, 'wire')),
  ...keysOf(faultFields, 'fault'),
  ...keysOf(protocolFields, 'protocol'),
];

const profileKeys = kinds.flatMap((kind) =>
  (kind.profiles ?? []).map(({ id }) => `profile.${kind.id}.${id}`),
);

const kindKeys = kinds.flatMap((kind) => [
  kind.id,
  ...kind.presets.map(({ id }) => `${kind.id}.${id}`),
  ...kind.ports.map(({ id }) => `port.${kind.id}.${id}`),
  ...kind.automaton.states.map((state) => `state.${state}`),
]);

test.each([
  ['en', enFirst, en],
  ['zh-Hans', zhFirst, zh],
] as const)(
  'names and explains every field, section, option, profile, kind, port and state in %s',
  (_, first, areas) => {
    const fields: Readonly<Record<string, string>> = areas.fields;
    const names: Readonly<Record<string, string>> = first.kinds;
    const sections: Readonly<Record<string, string>> = areas.sections;
    expect(fieldKeys.length).toBeGreaterThan(100);
    expect(fieldKeys.filter((key) => (fields[key] ?? '') === '')).toEqual([]);
    expect(profileKeys.filter((key) => (fields[key] ?? '') === '')).toEqual([]);
    expect(kindKeys.filter((key) => (names[key] ?? '') === '')).toEqual([]);
    expect(fieldSections.filter((key) => (sections[key] ?? '') === '')).toEqual([]);
  },
);

test('no text in the table of fields is left over from a field that is gone', () => {
  const owners = new Set([...kinds.map(({ id }) => id), 'wire', 'fault', 'protocol']);
  const known = new Set([...fieldKeys, ...fieldKeys.flatMap((key) => [`${key}.none`, `${key}.empty`])]);
  const left = Object.keys(en.fields).filter((key) => owners.has(key.split('.')[0] ?? '') && !known.has(key));
  expect(left).toEqual([]);
});
