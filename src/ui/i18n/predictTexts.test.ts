import { expect, test } from 'vitest';
import { assumptionTexts } from '#engine/analysis/predict/assumptionTexts';
import { predicting as zh } from './zh/predicting';

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\w+\}/g)].map(([name]) => name))].toSorted();

test.each(Object.entries(assumptionTexts))(
  'the Chinese sentence of %s shows the same values',
  (code, english) => {
    const texts: Readonly<Record<string, string>> = zh;
    expect(placeholders(texts[`assumption.${code}`] ?? '')).toEqual(placeholders(english));
  },
);
