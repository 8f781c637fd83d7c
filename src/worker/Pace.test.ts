import { expect, test } from 'vitest';
import { Pace } from './Pace';

test('a steady count has its pace from the first report on', () => {
  const pace = new Pace();
  pace.start(500, 1_000);
  expect(pace.report(700, 1_100)).toBe(2_000);
  expect(pace.report(900, 1_200)).toBe(2_000);
});

test('a new pace is told after some reports, and nothing is said about no time', () => {
  const pace = new Pace();
  pace.start(0, 0);
  let count = 0;
  let told = 0;
  for (let report = 1; report <= 20; report += 1) told = pace.report((count += 100), report * 100);
  expect(told).toBeCloseTo(1_000);
  expect(pace.report(count, 2_000)).toBe(told);
  for (let report = 21; report <= 40; report += 1) told = pace.report((count += 500), report * 100);
  expect(told).toBeGreaterThan(4_900);
});
