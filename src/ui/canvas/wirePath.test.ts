import { assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import {
  pathAround,
  pathBetween,
  pathData,
  pointAlong,
  samplePath,
  turnsBack,
  type PathEnd,
} from './wirePath';

const coordinate = integer({ min: -5000, max: 5000 });
const end = (sides: readonly PathEnd['side'][]) =>
  record({ x: coordinate, y: coordinate, side: constantFrom(...sides) });
const anyEnd = end(['left', 'right', 'top', 'bottom']);

test('a wire starts and ends exactly at its ports', () => {
  assert(
    property(anyEnd, anyEnd, (from, to) => {
      const samples = samplePath(pathBetween(from, to));
      const [start, finish] = [pointAlong(samples, 0), pointAlong(samples, 1)];
      expect([start.x, start.y]).toEqual([from.x, from.y]);
      expect(finish.x).toBeCloseTo(to.x, 6);
      expect(finish.y).toBeCloseTo(to.y, 6);
    }),
    { seed: 1 },
  );
});

test('equal shares of time are equal ways, so tokens run at an even speed', () => {
  const samples = samplePath(pathBetween({ x: 0, y: 0, side: 'right' }, { x: 400, y: 300, side: 'left' }));
  const steps = Array.from({ length: 20 }, (_, index) => {
    const [a, b] = [pointAlong(samples, index / 20), pointAlong(samples, (index + 1) / 20)];
    return Math.hypot(a.x - b.x, a.y - b.y);
  });
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  for (const step of steps) expect(Math.abs(step - mean) / mean).toBeLessThan(0.02);
});

test('a share beyond the ends stays at the ends', () => {
  const samples = samplePath(pathBetween({ x: 10, y: 20, side: 'right' }, { x: 110, y: 20, side: 'left' }));
  expect(pointAlong(samples, -1)).toEqual({ x: 10, y: 20 });
  expect(pointAlong(samples, 2)).toEqual({ x: 110, y: 20 });
});

test('a wire leaves and enters at right angles to the sides of its nodes', () => {
  const [curve] = pathBetween({ x: 0, y: 0, side: 'right' }, { x: 300, y: 200, side: 'left' });
  expect(curve?.c1.y).toBe(0);
  expect(curve?.c1.x).toBeGreaterThan(0);
  expect(curve?.c2.y).toBe(200);
  expect(curve?.c2.x).toBeLessThan(300);
});

test('a wire that goes back runs along its lane, clear of both nodes', () => {
  const from: PathEnd = { x: 600, y: 100, side: 'right' };
  const to: PathEnd = { x: 100, y: 140, side: 'left' };
  expect(turnsBack(from, to)).toBe(true);
  expect(turnsBack(to, { ...from, side: 'left' })).toBe(false);
  const samples = samplePath(pathAround(from, to, -50));
  expect(pointAlong(samples, 0.5).y).toBeCloseTo(-50, 6);
  expect(samples.points.every(({ x }) => x <= 600 + 44 && x >= 100 - 44)).toBe(true);
  expect(samples.length).toBeGreaterThan(500);
});

test('path data names every curve once', () => {
  const data = pathData(pathAround({ x: 600, y: 100, side: 'right' }, { x: 100, y: 140, side: 'left' }, -50));
  expect(data.startsWith('M600 100C')).toBe(true);
  expect(data.match(/C/g)).toHaveLength(3);
  expect(pathData([])).toBe('');
});
