import { describe, expect, test } from 'vitest';
import { createStreams } from '#engine/kernel/RandomStreams';
import { batchMeans } from './batchMeans';
import { intervalOfMeans } from './intervalOfMeans';
import { ratioFrom, type RatioSeries } from './RatioSeries';

const windows = 800;

/** Uniform, exponential and nearly normal numbers from one seed. */
function luck(seed: number) {
  const streams = createStreams(seed, ['test']);
  const unit = () => streams.nextUnit(0);
  const exponential = (mean: number) => -Math.log(1 - unit()) * mean;
  const normal = () => Array.from({ length: 12 }, unit).reduce((sum, value) => sum + value, -6);
  return { exponential, normal };
}

/** Waits in an M/M/1 queue with a mean service time of 1, from an empty start: Lindley's recursion, in windows of time. */
function waits(seed: number, load: number, customers: number): RatioSeries {
  const { exponential } = luck(seed);
  const top: number[] = Array.from({ length: windows }, () => 0);
  const bottom: number[] = Array.from({ length: windows }, () => 0);
  const untilTime = customers / load;
  let wait = 0;
  let now = 0;
  for (;;) {
    const gap = exponential(1 / load);
    now += gap;
    const window = Math.floor((now / untilTime) * windows);
    if (window >= windows) return { top, bottom };
    wait = Math.max(0, wait - gap);
    top[window] = (top[window] ?? 0) + wait;
    bottom[window] = (bottom[window] ?? 0) + 1;
    wait += exponential(1);
  }
}

/** How many of the intervals that were given cover the true value, and how many there were. */
function coverage(
  truth: number,
  runs: number,
  intervalOf: (run: number) => ReturnType<typeof batchMeans> | null,
) {
  let given = 0;
  let covering = 0;
  for (let run = 1; run <= runs; run += 1) {
    const interval = intervalOf(run);
    if (interval === null || typeof interval === 'string') continue;
    given += 1;
    if (interval.low <= truth && truth <= interval.high) covering += 1;
  }
  return { given, covering };
}

/** The fewest successes that chance allows in one of a thousand experiments (normal bound of the binomial). */
const fewest = (count: number, share: number) =>
  count * share - 3.09 * Math.sqrt(count * share * (1 - share));
const most = (count: number, share: number) => count * share + 3.09 * Math.sqrt(count * share * (1 - share));

describe('intervals cover as often as they claim', () => {
  test('from independent values', () => {
    const { given, covering } = coverage(0, 1000, (run) => {
      const { normal } = luck(run);
      return intervalOfMeans(Array.from({ length: 6 }, normal));
    });
    expect(given).toBe(1000);
    expect(covering).toBeGreaterThan(fewest(given, 0.95));
    expect(covering).toBeLessThan(most(given, 0.95));
  });

  test('from replications of M/M/1', () => {
    const { given, covering } = coverage(1, 200, (run) => {
      const means = Array.from(
        { length: 10 },
        (_, turn) => ratioFrom(waits(run * 10 + turn, 0.5, 5_000), 0) ?? 0,
      );
      return intervalOfMeans(means);
    });
    expect(given).toBe(200);
    expect(covering).toBeGreaterThan(fewest(given, 0.95));
    expect(covering).toBeLessThan(most(given, 0.95));
  });

  test.each([
    [0.5, 20_000],
    [0.8, 60_000],
    [0.9, 200_000],
  ])('from one run of M/M/1 at a load of %f with %i customers', (load, customers) => {
    const runs = 150;
    const { given, covering } = coverage(load / (1 - load), runs, (run) =>
      batchMeans(waits(run, load, customers)),
    );
    expect(given).toBeGreaterThan(0.95 * runs);
    expect(covering).toBeGreaterThan(fewest(given, 0.95));
    expect(covering).toBeLessThan(most(given, 0.95));
  });
});

describe('one run that says too little', () => {
  test('is too short', () => {
    const ones = Array.from({ length: 60 }, () => 1);
    expect(batchMeans({ top: ones, bottom: ones })).toBe('too-short');
    const none = Array.from({ length: 600 }, () => 0);
    expect(batchMeans({ top: none, bottom: none })).toBe('too-short');
  });

  test('depends too long on its own past, and hardly ever gets an interval', () => {
    const { given } = coverage(0, 200, (run) => {
      const { normal } = luck(run);
      let value = 0;
      const top = Array.from({ length: windows }, () => (value = 0.995 * value + normal()));
      return batchMeans({ top, bottom: top.map(() => 1) });
    });
    expect(given).toBeLessThan(20);
  });

  test('never settles: a queue that grows gets no interval', () => {
    const { given } = coverage(0, 50, (run) => batchMeans(waits(run, 1.3, 20_000)));
    expect(given).toBe(0);
  });

  test('settles late: a jump in the middle is noticed', () => {
    const { normal } = luck(5);
    const top = Array.from({ length: windows }, (_, index) => normal() + (index < windows / 2 ? 0 : 3));
    expect(batchMeans({ top, bottom: top.map(() => 1) })).toBeTypeOf('string');
  });
});

test('a beginning that is no part of the steady state is left out', () => {
  const { normal } = luck(3);
  const top = Array.from({ length: windows }, (_, index) => (index < 70 ? 1000 : 5 + normal()));
  const interval = batchMeans({ top, bottom: top.map(() => 1) });
  if (typeof interval === 'string') throw new Error(interval);
  expect(interval.mean).toBeCloseTo(5, 0);
  expect(interval.high - interval.low).toBeLessThan(0.5);
});

test('what never varies has an interval of no width', () => {
  const twos = Array.from({ length: windows }, () => 2);
  expect(batchMeans({ top: twos, bottom: twos.map(() => 1) })).toMatchObject({ mean: 2, low: 2, high: 2 });
});

test('one value has no interval', () => {
  expect(intervalOfMeans([1])).toBeNull();
});
