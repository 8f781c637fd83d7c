import { expect, test } from 'vitest';
import type { Settings } from '#engine/model/fields';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { Run } from '#engine/runtime/Run';
import { Simulation } from '#engine/runtime/Simulation';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { publisherFields } from '../publisherFields';
import type { PublisherState } from '../PublisherState';
import { testFlow } from '../testFlow';
import { generators } from './index';

const constant = (mean: number) => ({ law: 'constant', mean });
const exponential = (mean: number) => ({ law: 'exponential', mean });

/** Settings under which each generator has much to do. */
const busy: Readonly<Record<string, Settings>> = {
  interval: { interval: exponential(7) },
  script: { script: [90, 10, 10, 300].map((atMs) => ({ atMs, type: 'OrderPlaced', key: `at-${atMs}` })) },
  byHand: {},
  log: {
    log: {
      name: 'l',
      events: [
        [0, 'OrderPlaced', 'a'],
        [5, 'OrderPlaced', 'b'],
      ],
    },
  },
  bursts: { burstSize: 4, burstSpacingMs: 1.5, burstInterval: exponential(20) },
  onOff: {
    onTime: exponential(30),
    offTime: exponential(20),
    interval: exponential(4),
    whenOff: 'slower',
    offInterval: exponential(15),
  },
};

function simulate(settings: Settings): Simulation {
  const result = parseFlow(testFlow(settings), kinds);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return new Simulation(planFlow({ ...result.value, untilMs: 1e9 }, runningKinds));
}

/** When the publisher made its events, in microseconds, and the steps of its own that made none. */
function timesOf(settings: Settings, steps = 2_000): { readonly made: number[]; readonly turns: number } {
  const simulation = simulate(settings);
  const made: number[] = [];
  let before = 0;
  let turns = 0;
  for (let step = 0; step < steps && simulation.step(); step += 1) {
    const { progress } = stateOf(simulation);
    if (progress.made > before) made.push(simulation.nowUs);
    before = progress.made;
    turns += progress.turns ? 1 : 0;
  }
  return { made, turns };
}

function stateOf(simulation: Simulation): PublisherState {
  return simulation.stateOf(0) as PublisherState; // Node 0 is the publisher.
}

test('the options of the setting are the generators of the list, in its order', () => {
  const field = publisherFields.find(({ id }) => id === 'generation');
  expect(field).toMatchObject({ options: generators.map(({ id }) => id) });
  expect(Object.keys(busy).toSorted()).toEqual(generators.map(({ id }) => id).toSorted());
});

test.each(generators.map(({ id }) => id))(
  '%s keeps to start, stop and count, and never goes back in time',
  (generation) => {
    const limited = { generation, ...busy[generation], startMs: 50, stopMs: 250 };
    const { made } = timesOf(limited);
    expect(made).toEqual(made.toSorted((a, b) => a - b));
    expect(made.every((us) => us >= 50_000 && us <= 250_000)).toBe(true);
    const free = timesOf({ generation, ...busy[generation], startMs: 50 }).made;
    expect(made).toEqual(free.filter((us) => us <= 250_000));
    expect(timesOf({ generation, ...busy[generation], count: 2 }).made.length).toBe(
      Math.min(2, timesOf({ generation, ...busy[generation] }).made.length),
    );
  },
);

test.each(generators.map(({ id }) => id))('%s loses and doubles nothing by pauses', (generation) => {
  const settings = { generation, ...busy[generation], count: 9 };
  const result = parseFlow(
    testFlow(settings, {
      interventions: [3, 11, 12, 40].flatMap((at) => [
        { id: `p${at}`, atUs: at * 1000, afterStep: 0, action: { do: 'pause', node: 'shop' } } as const,
        {
          id: `r${at}`,
          atUs: at * 1000 + 500,
          afterStep: 0,
          action: { do: 'resume', node: 'shop' },
        } as const,
      ]),
    }),
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const run = new Run(runningKinds);
  run.load(result.value);
  while (run.advance(1_000));
  const listed = { script: 4, log: 2, byHand: 0 }[generation as string];
  expect(run.summary()).toMatchObject({ status: 'ended', eventsPublished: listed ?? 9 });
});

test('bursts come as so many events, so far apart, a burst interval after the first of the last', () => {
  const { made } = timesOf({
    generation: 'bursts',
    burstSize: 3,
    burstSpacingMs: 2,
    burstInterval: constant(50),
    count: 6,
  });
  expect(made).toEqual([0, 2, 4, 50, 52, 54].map((ms) => ms * 1000));
});

test('a burst that lasts longer than the time between bursts is followed by the next without a gap', () => {
  const { made } = timesOf({
    generation: 'bursts',
    burstSize: 3,
    burstSpacingMs: 20,
    burstInterval: constant(10),
    count: 5,
  });
  expect(made).toEqual([0, 20, 40, 40, 60].map((ms) => ms * 1000));
});

test('an on and off source makes as many events as its two paces and its shares of time say', () => {
  // 1/4 on at 100 a second, 3/4 off at 10 a second: 32.5 a second on average.
  const settings = {
    generation: 'onOff',
    onTime: exponential(200),
    offTime: exponential(600),
    interval: exponential(10),
    whenOff: 'slower',
    offInterval: exponential(100),
  };
  const { made } = timesOf(settings, 200_000);
  const lastUs = made.at(-1) ?? 1;
  // The variance of the count of an MMPP is some 30 times its mean here; four deviations.
  const expected = (32.5 * lastUs) / 1e6;
  expect(Math.abs(made.length - expected)).toBeLessThan(4 * Math.sqrt(30 * expected));
  const silent = timesOf({ ...settings, whenOff: 'silent' }, 200_000);
  const rate = (silent.made.length * 1e6) / (silent.made.at(-1) ?? 1);
  expect(Math.abs(rate - 25)).toBeLessThan(3);
  expect(silent.turns).toBeGreaterThan(100);
});

test('an on and off source with exponential laws is more bursty than a Poisson process, and that one is not', () => {
  const dispersion = (settings: Settings) => {
    const { made } = timesOf(settings, 120_000);
    const windowUs = 1_000_000;
    const counts = Array.from({ length: Math.floor((made.at(-1) ?? 0) / windowUs) }, () => 0);
    for (const us of made) {
      const window = Math.floor(us / windowUs);
      if (window < counts.length) counts[window] = (counts[window] ?? 0) + 1;
    }
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length / mean;
  };
  const poisson = dispersion({ interval: exponential(20) });
  expect(Math.abs(poisson - 1)).toBeLessThan(0.35);
  const onOff = { generation: 'onOff', onTime: exponential(500), offTime: exponential(500) };
  expect(dispersion({ ...onOff, interval: exponential(10) })).toBeGreaterThan(5);
});
