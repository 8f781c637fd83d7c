import { expect, test } from 'vitest';
import { remedyTexts } from '#engine/analysis/lint/remedyTexts';
import { lintRules } from '#engine/analysis/lint/rules/index';
import { lint as zh } from './zh/lint';

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\w+\}/g)].map(([name]) => name))].toSorted();

test.each(lintRules)('the Chinese sentence of $code shows the same values', ({ code, sentence }) => {
  expect(placeholders(zh[`rule.${code}`])).toEqual(placeholders(sentence));
});

test.each(Object.entries(remedyTexts))(
  'the Chinese words of the remedy %s show the same values',
  (id, english) => {
    const texts: Readonly<Record<string, string>> = zh;
    expect(placeholders(texts[`remedy.${id}`] ?? '')).toEqual(placeholders(english));
  },
);
