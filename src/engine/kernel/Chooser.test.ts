import { expect, test } from 'vitest';
import { SeededChooser } from './Chooser';
import { createStreams } from './RandomStreams';

const chooserOf = (seed: number) => new SeededChooser(createStreams(seed, ['a']), 0);

/** How often each index comes in so many draws. */
function countsOf(length: number, draws: number, draw: () => number): readonly number[] {
  const counts = Array.from({ length }, () => 0);
  for (let n = 0; n < draws; n++) {
    const index = draw();
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Four standard errors of a binomial count. */
const tolerance = (draws: number, p: number) => 4 * Math.sqrt(draws * p * (1 - p));

test('pick gives each of n whole numbers equally often, and no other', () => {
  const chooser = chooserOf(1);
  const counts = countsOf(7, 70_000, () => chooser.pick(7));
  expect(counts).toHaveLength(7);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(tolerance(70_000, 1 / 7));
});

test('a choice among nothing is a bug', () => {
  expect(() => chooserOf(1).pick(0)).toThrow('at least one possibility');
  expect(() => chooserOf(1).pick(1.5)).toThrow('at least one possibility');
  expect(() => chooserOf(1).pickWeighted([])).toThrow('at least one possibility');
});

test('chance comes true as often as it says', () => {
  const chooser = chooserOf(2);
  const [, hits = 0] = countsOf(2, 50_000, () => (chooser.chance(0.03) ? 1 : 0));
  expect(Math.abs(hits - 1500)).toBeLessThan(tolerance(50_000, 0.03));
});

test('pickWeighted picks in proportion, and never what has no weight', () => {
  const chooser = chooserOf(3);
  const counts = countsOf(5, 60_000, () => chooser.pickWeighted([1, 0, 2, -5, 3]));
  expect([counts[1], counts[3]]).toEqual([0, 0]);
  for (const [index, p] of [
    [0, 1 / 6],
    [2, 1 / 3],
    [4, 1 / 2],
  ] as const) {
    expect(Math.abs((counts[index] ?? 0) - 60_000 * p)).toBeLessThan(tolerance(60_000, p));
  }
});

test('with no weight anywhere all are equally likely', () => {
  const chooser = chooserOf(4);
  const counts = countsOf(3, 30_000, () => chooser.pickWeighted([0, 0, 0]));
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(tolerance(30_000, 1 / 3));
});

test('what is certain costs no luck', () => {
  const streams = createStreams(5, ['a']);
  const untouched = streams.clone();
  const chooser = new SeededChooser(streams, 0);
  expect([chooser.pick(1), chooser.pickWeighted([0, 4, 0]), chooser.pickWeighted([0])]).toEqual([0, 1, 0]);
  expect([chooser.chance(0), chooser.chance(1), chooser.chance(-1), chooser.chance(2)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(chooser.sample({ law: 'constant', mean: 3 })).toBe(3000);
  expect(streams.nextUnit(0)).toBe(untouched.nextUnit(0));
});

test('a chooser follows its streams when they are put back', () => {
  const streams = createStreams(6, ['a', 'b']);
  const chooser = new SeededChooser(streams, 1);
  const snapshot = streams.clone();
  const draw = () => [
    chooser.pick(1000),
    chooser.sample({ law: 'exponential', mean: 5 }),
    chooser.chance(0.5),
  ];
  const first = draw();
  streams.restore(snapshot);
  expect(draw()).toEqual(first);
});
