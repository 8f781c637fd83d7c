import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { faultFields } from '#engine/model/faultFields';
import type { Field, Settings } from '#engine/model/fields';
import { defaultsOf } from '#engine/model/defaultsOf';
import { wireFields } from '#engine/model/wireFields';
import { kinds } from '#kinds/index';
import { loadTexts } from '#ui/i18n/catalogue';
import { FieldForm } from './FieldForm';

beforeAll(() => loadTexts('en'));

/** Fields that apply whatever the others say, with a row in every list. */
const always = (fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => ({ ...field, when: [] }));

function markupOf(fields: readonly Field[], owner: string): string {
  const lists = fields.flatMap((field) =>
    field.type === 'records' ? [[field.id, [defaultsOf(field.item)]] as const] : [],
  );
  const settings = { ...defaultsOf(fields), ...Object.fromEntries(lists) };
  return renderToStaticMarkup(
    <FieldForm
      fields={always(fields)}
      owner={owner}
      settings={settings}
      idPrefix="x"
      onChange={() => undefined}
      onEnd={() => undefined}
    />,
  );
}

const tables = [
  ...kinds.map((kind) => [kind.id, kind.fields] as const),
  ...Object.values(wireFields).map((fields) => ['wire', fields] as const),
  ['fault', faultFields] as const,
];

test.each(tables)('every control of %s has a name that is read out', (owner, fields) => {
  const markup = markupOf(fields, owner);
  const controls = markup.match(/<(input|select|textarea|fieldset)\b[^>]*>/g) ?? [];
  const nameless = controls.filter((tag) => !tag.includes('aria-label=') && !tag.includes('type="radio"'));
  expect(nameless).toEqual([]);
});

test.each(tables)('no text of %s is missing', (owner, fields) => {
  const labels = [...markupOf(fields, owner).matchAll(/aria-label="([^"]*)"/g)].map(
    ([, label = '']) => label,
  );
  // A label that is missing in the catalogue is shown as the id of its field.
  expect(labels.filter((label) => fields.some(({ id }) => id === label))).toEqual([]);
});

test('a field whose condition does not hold is not shown', () => {
  const fields: readonly Field[] = [
    { id: 'mode', type: 'choice', default: 'a', options: ['a', 'b'] },
    { id: 'size', type: 'duration', default: 5, min: 0, max: 10, when: [{ field: 'mode', is: ['b'] }] },
  ];
  const form = (mode: string) => formOf(fields, { mode, size: 5 });
  expect(form('a')).not.toContain('x-size');
  expect(form('b')).toContain('x-size');
});

const sized: readonly Field[] = [
  { id: 'mode', type: 'choice', default: 'a', options: ['a', 'b'] },
  { id: 'retries', type: 'number', default: 0, min: 0, max: 9, section: 'protection' },
  { id: 'capacity', type: 'number', default: 0, min: 0, max: 9, section: 'queue' },
  { id: 'jitter', type: 'probability', default: 0, section: 'protection' },
];

function formOf(fields: readonly Field[], settings: Settings): string {
  return renderToStaticMarkup(
    <FieldForm
      fields={fields}
      owner="toy"
      settings={settings}
      idPrefix="x"
      onChange={() => undefined}
      onEnd={() => undefined}
    />,
  );
}

test('fields without a section stand first, then come the sections in their order', () => {
  const markup = formOf(sized, defaultsOf(sized));
  const places = ['x-mode', 'Queue', 'x-capacity', 'Protection', 'x-retries', 'x-jitter'].map((part) =>
    markup.indexOf(part),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('a closed section counts and names what in it is not as by default', () => {
  const heading = (settings: Settings) =>
    formOf(sized, { ...defaultsOf(sized), ...settings }).match(
      /<details(?:(?!<\/summary>).)*Protection.*?<\/summary>/,
    )?.[0];
  expect(heading({})).not.toMatch(/ open=|set</);
  expect(heading({ retries: 3, mode: 'b' })).toMatch(/>1 set<.*: retries</);
  expect(heading({ retries: 3, jitter: 0.5 })).toMatch(/>2 set<.*: retries, jitter</);
});

test('only a long form can be searched', () => {
  const long = Array.from({ length: 13 }, (_, n): Field => ({
    id: `f${n}`,
    type: 'boolean',
    default: false,
  }));
  expect(formOf(long, {})).toContain('type="search"');
  expect(formOf(long.slice(1), {})).not.toContain('type="search"');
});

test('a pattern that is none in the dialect of the bus says so, also when it was there before', () => {
  const fields = wireFields.delivery.filter(({ id }) => id === 'patterns');
  const markup = renderToStaticMarkup(
    <FieldForm
      fields={fields}
      owner="wire"
      settings={{ patterns: ['fine', 'foo.>.bar'] }}
      idPrefix="x"
      patterns={{ suggestions: [], problemOf: (text) => (text === 'fine' ? null : 'This is no pattern.') }}
      onChange={() => undefined}
      onEnd={() => undefined}
    />,
  );
  expect(markup).toContain('foo.&gt;.bar: This is no pattern.');
  expect(markup).not.toContain('fine: This');
});
