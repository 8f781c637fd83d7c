import { expect, test } from 'vitest';
import { problems as en } from './en/problems';
import { problems as zh } from './zh/problems';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

test.each(Object.entries(zh))('the Chinese sentence of %s shows the same values', (code, text) => {
  const english: Readonly<Record<string, string>> = en;
  expect(placeholders(text)).toEqual(placeholders(english[code] ?? ''));
});
