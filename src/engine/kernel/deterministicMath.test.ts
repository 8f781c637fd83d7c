import { expect, test } from 'vitest';
import { exp, ln, power } from './deterministicMath';
import { createStreams } from './RandomStreams';

/** The distance from a number to the next larger one of its size. */
function ulpOf(x: number): number {
  const bits = new BigInt64Array(new Float64Array([Math.abs(x)]).buffer);
  const next = new BigInt64Array([(bits[0] ?? 0n) + 1n]);
  return (new Float64Array(next.buffer)[0] ?? 0) - Math.abs(x);
}

const errorInUlp = (found: number, expected: number) =>
  found === expected ? 0 : Math.abs(found - expected) / ulpOf(expected);

const streams = createStreams(1, ['math']);
const unit = () => streams.nextUnit(0);
const samples = (count: number, make: () => number) => Array.from({ length: count }, make);
const worst = (xs: readonly number[], found: (x: number) => number, expected: (x: number) => number) =>
  Math.max(...xs.map((x) => errorInUlp(found(x), expected(x))));

test.each([
  ['units', () => 1 - unit()],
  ['close to 1', () => 1 + (unit() - 0.5) * 1e-3],
  ['small whole numbers', () => Math.ceil(unit() * 1e6)],
  ['the whole range', () => 2 ** (unit() * 2046 - 1022)],
  ['subnormal numbers', () => unit() * 2 ** -1030],
])('ln agrees with Math.log within 2 ulp: %s', (_, make) => {
  expect(worst(samples(20_000, make), ln, Math.log)).toBeLessThanOrEqual(2);
});

test.each([
  ['around 0', () => (unit() - 0.5) * 2],
  ['tiny', () => (unit() - 0.5) * 1e-9],
  ['moderate', () => (unit() - 0.5) * 100],
  ['the whole range of normal results', () => unit() * 1417 - 708],
])('exp agrees with Math.exp within 2 ulp: %s', (_, make) => {
  expect(worst(samples(20_000, make), exp, Math.exp)).toBeLessThanOrEqual(2);
});

test('ln and exp treat the ends of their ranges as Math does', () => {
  const edges = [0, -0, -1, Infinity, -Infinity, Number.NaN, Number.MIN_VALUE, Number.MAX_VALUE];
  expect(edges.map(ln)).toEqual(edges.map(Math.log));
  expect(edges.map(exp)).toEqual(edges.map(Math.exp));
  const limits = [709.78, 709.79, 1000, -745.13, -745.14, -1000];
  expect(limits.map(exp)).toEqual(limits.map(Math.exp));
});

test('the same bits as ever, in every engine', () => {
  let sum = 0;
  for (let n = 1; n <= 1000; n++) sum += ln(n) * exp(-n / 100);
  expect(sum).toBe(403.68111764464095);
});

test('power agrees with Math.pow to 12 digits', () => {
  for (let n = 0; n < 2000; n++) {
    const x = unit() * 100;
    const y = (unit() - 0.5) * 40;
    expect(Math.abs(power(x, y) / x ** y - 1)).toBeLessThan(1e-12);
  }
  expect([power(0, 2), power(0, 0), power(2, 0), power(0, -1), power(1, 5)]).toEqual([0, 1, 1, Infinity, 1]);
});
