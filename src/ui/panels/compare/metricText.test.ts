import { expect, test } from 'vitest';
import {
  nodeMeasures,
  runMeasures,
  typeMeasures,
  wireMeasures,
} from '#engine/analysis/compare/comparedMeasures';
import { factCodes } from '#engine/model/facts';
import { compare as english } from '#ui/i18n/en/compare';
import { compare as chinese } from '#ui/i18n/zh/compare';

test('every measure and every fate has a name in both languages', () => {
  const measures = [...runMeasures, ...nodeMeasures, ...wireMeasures, ...typeMeasures];
  const wanted = [...measures.map(({ id }) => `measure.${id}`), ...factCodes.map((code) => `fate.${code}`)];
  expect(wanted.length).toBeGreaterThan(50);
  for (const texts of [english, chinese]) {
    expect(wanted.filter((key) => !Object.hasOwn(texts, key))).toEqual([]);
  }
});
