// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, expect, test, vi } from 'vitest';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { Field, Settings } from '#engine/model/fields';
import { loadTexts } from '#ui/i18n/catalogue';
import { FieldForm } from './FieldForm';

beforeAll(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  await loadTexts('en');
});

const fields: readonly Field[] = [
  { id: 'guard', type: 'expression', default: '', maxLength: 200, gives: 'condition' },
  { id: 'payload', type: 'json', default: null, maxLength: 400, template: true },
];

function Form({ given }: { readonly given: Settings }) {
  const [settings, setSettings] = useState<Settings>({ ...defaultsOf(fields), ...given });
  return (
    <FieldForm
      fields={fields}
      owner="toy"
      settings={settings}
      idPrefix="x"
      onChange={(field, value) => setSettings({ ...settings, [field]: value })}
      onEnd={() => undefined}
    />
  );
}

async function mount(given: Settings) {
  const place = document.createElement('div');
  document.body.append(place);
  act(() => createRoot(place).render(<Form given={given} />));
  const control = (id: string) => place.querySelector(`#x-${id}`);
  const described = (id: string) =>
    (control(id)?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((one) => (one === '' ? '' : place.querySelector(`#${one}`)?.textContent))
      .join(' ');
  // The check is fetched when the first such field is shown.
  await act(() => vi.dynamicImportSettled());
  return { place, control, described };
}

test('a broken expression is invalid, and described by what is wrong and where', async () => {
  const { place, control, described } = await mount({ guard: 'data.total > fo' });
  expect(control('guard')?.getAttribute('aria-invalid')).toBe('true');
  expect(described('guard')).toContain('At column 14, fo is not known.');
  expect(place.querySelector('mark')?.textContent).toBe('fo');
});

test('what is missing at the end is marked behind the text', async () => {
  const { place, described } = await mount({ guard: 'n >' });
  expect(described('guard')).toContain('ends too early, at column 4');
  expect(place.querySelector('mark')?.textContent).toBe('\u00A0');
});

test('a good expression and none are valid', async () => {
  const { control, place } = await mount({ guard: 'n > 1', payload: { a: '${n}' } });
  expect(control('guard')?.getAttribute('aria-invalid')).toBe('false');
  expect(control('payload')?.getAttribute('aria-invalid')).toBe('false');
  expect(place.querySelector('mark')).toBeNull();
  expect((await mount({})).control('guard')?.getAttribute('aria-invalid')).toBe('false');
});

test('a broken template is invalid too, and stays in the document', async () => {
  const { control, described } = await mount({ payload: { a: ['${n + }'] } });
  expect(control('payload')?.getAttribute('aria-invalid')).toBe('true');
  expect(described('payload')).toContain('ends too early');
});

test('an expression of several lines keeps them', async () => {
  const { control } = await mount({ guard: 'n > 1 // enough\n&& attempt < 3' });
  expect(control('guard')?.tagName).toBe('TEXTAREA');
  expect(control('guard')?.getAttribute('aria-invalid')).toBe('false');
});
