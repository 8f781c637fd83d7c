import { expect, test } from 'vitest';
import { holdingNames, waitCodes } from '#engine/model/waits';
import { why as en } from './en/why';
import { why as zh } from './zh/why';

test('every reason to wait and every thing that can be done with an event has a sentence', () => {
  const keys = [...waitCodes.map((code) => `wait.${code}`), ...holdingNames.map((what) => `life.${what}`)];
  expect(keys.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
});

test.each(Object.entries(zh))('the Chinese sentence of %s shows the same values', (key, text) => {
  const valuesOf = (sentence: string) => new Set([...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name));
  // Every key of the Chinese texts is one of the English ones, by their type.
  expect(valuesOf(text)).toEqual(valuesOf((en as Readonly<Record<string, string>>)[key] ?? ''));
});
