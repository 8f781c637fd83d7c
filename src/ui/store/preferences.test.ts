import { afterEach, expect, test, vi } from 'vitest';
import { readPreferences, writePreferences } from './preferences';

afterEach(() => {
  vi.unstubAllGlobals();
});

function store(text: string | null): { text: string | null } {
  const kept = { text };
  vi.stubGlobal('localStorage', {
    getItem: () => kept.text,
    setItem(_: string, value: string) {
      kept.text = value;
    },
  });
  return kept;
}

test('which sections were opened and closed comes back', () => {
  store(null);
  const preferences = { ...readPreferences(), sections: { queue: false, failure: true } };
  writePreferences(preferences);
  expect(readPreferences()).toEqual(preferences);
});

test.each([
  '{"sections":[1]}',
  '{"sections":{"queue":1,"gone":true,"__proto__":{"flow":true}}}',
  '{"sections":7}',
  '{',
])('damaged sections count as untouched: %s', (text) => {
  store(text);
  expect(readPreferences().sections).toEqual({});
});
