import { expect, test } from 'vitest';
import { parseDuration } from './parseDuration';

test.each([
  ['500ms', 500],
  ['10s', 10_000],
  ['1m30s', 90_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['250us', 0.25],
  ['1.5s', 1500],
  ['1500', 1500],
  ['0', 0],
])('%s is %f milliseconds', (text, ms) => {
  expect(parseDuration(text)).toBeCloseTo(ms, 9);
});

test.each(['', 's', '10 s', '-5s', '1e3', '10x', '1m30', 'Infinity'])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeNull();
});
