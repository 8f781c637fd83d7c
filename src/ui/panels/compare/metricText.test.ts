import { expect, test } from 'vitest';
import {
  nodeMeasures,
  runMeasures,
  typeMeasures,
  wireMeasures,
} from '#engine/analysis/compare/comparedMeasures';
import { factCodes } from '#engine/model/facts';
import type { MetricDifference } from '#engine/analysis/compare/compareReports';
import { compare as english } from '#ui/i18n/en/compare';
import { compare as chinese } from '#ui/i18n/zh/compare';
import { changeText } from './metricText';

test('every measure and every fate has a name in both languages', () => {
  const measures = [...runMeasures, ...nodeMeasures, ...wireMeasures, ...typeMeasures];
  const wanted = [...measures.map(({ id }) => `measure.${id}`), ...factCodes.map((code) => `fate.${code}`)];
  expect(wanted.length).toBeGreaterThan(50);
  for (const texts of [english, chinese]) {
    expect(wanted.filter((key) => !Object.hasOwn(texts, key))).toEqual([]);
  }
});

test('what has become very little has not become nothing', () => {
  const change = (own: number, other: number) =>
    changeText(
      {
        of: 'node',
        id: 'n',
        measure: 'waiting',
        detail: '',
        unit: 'mean',
        own,
        other,
        change: own - other,
        share: (own - other) / other,
        isBetter: true,
        relevance: 1,
      } as unknown as MetricDifference, // Only its numbers are read.
      (key) => key,
      'en',
    );
  expect(change(0.01, 3.69)).toMatch(/^−99\s%$/);
  expect(change(0, 3.69)).toMatch(/^−100\s%$/);
  expect(change(2, 4)).toMatch(/^−50\s%$/);
});
