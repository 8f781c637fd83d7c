import { describe, expect, test } from 'vitest';
import { createStreams } from '#engine/kernel/RandomStreams';
import { fact } from '#engine/model/facts';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { gauge, measure, type MeasureName } from '#engine/model/measures';
import { missingFrom } from '#engine/model/Ledger';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from '../FlowPlan';
import { randomRun } from '../randomRun';
import { workCounterOf } from '../report';
import { Run } from '../Run';
import { Simulation } from '../Simulation';
import type { SeriesFigure, SeriesWindow } from './SeriesWindow';

const mostSteps = 3_000;
const amounts = ['work', 'queue', 'busy', 'door', 'published'] as const;
const durations: readonly MeasureName[] = ['wait', 'service', 'response'];

function randomDoc(seed: number): FlowDoc {
  const streams = createStreams(seed, ['flow']);
  const parsed = parseFlow(
    randomRun((n) => Math.floor(streams.nextUnit(0) * n), kinds),
    kinds,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function queueDoc(settings: object, untilMs: number): FlowDoc {
  const node = (id: string, kind: string, own: object) => ({ id, kind, name: id, x: 0, y: 0, settings: own });
  const parsed = parseFlow(
    {
      busbar: 1,
      name: 'queue',
      seed: 11,
      untilMs,
      eventTypes: [{ id: 'job', name: 'Job', shape: 'circle', colour: 1, outline: false }],
      nodes: [
        node('source', 'publisher', { interval: { law: 'exponential', mean: 10 } }),
        node('queue', 'bus', { groups: 'one', ...settings }),
        node('server', 'handler', { service: { law: 'exponential', mean: 9 } }),
      ],
      wires: [
        { id: 'a', from: { node: 'source', port: 'out' }, to: { node: 'queue', port: 'in' } },
        { id: 'b', from: { node: 'queue', port: 'out' }, to: { node: 'server', port: 'in' } },
      ],
    },
    kinds,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function runOf(doc: FlowDoc, limit = mostSteps): Run {
  const run = new Run(runningKinds, limit);
  run.load(doc);
  while (run.advance(500));
  return run;
}

/** The same run by itself. */
function simulate(doc: FlowDoc, limit = mostSteps): Simulation {
  const simulation = new Simulation(planFlow(doc, runningKinds));
  while (simulation.stepCount < limit && simulation.step());
  return simulation;
}

function figuresOf({ nodes, eventTypes }: FlowDoc): readonly SeriesFigure[] {
  return [
    ...nodes.flatMap((_, node) => [...amounts, ...durations].map((what): SeriesFigure => ({ what, node }))),
    ...[-1, ...eventTypes.keys()].map((type): SeriesFigure => ({ what: 'lifetime', type })),
  ];
}

/** What a figure has come to at the end, and how many durations there were. */
function totalOf(simulation: Simulation, figure: SeriesFigure, timeUs: number): readonly [number, number] {
  const { metrics, plan } = simulation;
  switch (figure.what) {
    case 'lifetime': {
      const types = figure.type >= 0 ? [figure.type] : [...plan.doc.eventTypes.keys()];
      const sum = (of: (type: number) => number) => types.reduce((total, type) => total + of(type), 0);
      return [sum((type) => metrics.typeSumUsOf(type)), sum((type) => metrics.typeCountOf(type))];
    }
    case 'work':
      return [workCounterOf(simulation, figure.node)(simulation), 0];
    case 'queue':
    case 'busy':
    case 'door':
      return [metrics.areaOf(figure.node, gauge[figure.what], timeUs), 0];
    case 'published':
      return [simulation.counters.countAt(figure.node, fact.published), 0];
    default: {
      const what = measure[figure.what];
      return [metrics.sumUsOf(figure.node, what), metrics.countOf(figure.node, what)];
    }
  }
}

const added = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function wrongSums(doc: FlowDoc, window: SeriesWindow, of: readonly SeriesFigure[]): readonly string[] {
  const simulation = simulate(doc);
  return of.flatMap((figure, index) => {
    const line = window.lines[index];
    const [sum, count] = totalOf(simulation, figure, window.knownUs);
    const told = [added(line?.sums ?? []), added(line?.times?.counts ?? [])];
    return told[0] === sum && told[1] === count
      ? []
      : [`${JSON.stringify(figure)}: ${told.join(' and ')} where it should be ${sum} and ${count}`];
  });
}

test('buckets add up to the figures of the whole run, on random flows, from the history and made anew', () => {
  let told = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const doc = randomDoc(seed);
    const of = figuresOf(doc);
    const run = runOf(doc);
    for (const buckets of [2, 600]) {
      const window = run.series({ fromUs: 0, toUs: Infinity, buckets, of, bins: false });
      if (window.knownUs === 0) continue;
      told += window.edgesUs.length - 1;
      expect([seed, buckets, ...wrongSums(doc, window, of)]).toEqual([seed, buckets]);
      expect(window.edgesUs[0]).toBe(0);
      expect(window.edgesUs.at(-1)).toBe(window.knownUs);
      expect(window.edgesUs.toSorted((a, b) => a - b)).toEqual(window.edgesUs);
    }
  }
  expect(told).toBeGreaterThan(5_000);
});

test('a long run keeps to its memory, and its buckets still add up', () => {
  const doc = { ...queueDoc({}, 0) };
  const run = runOf(doc, 200_000);
  const of: readonly SeriesFigure[] = [
    { what: 'work', node: 2 },
    { what: 'queue', node: 1 },
    { what: 'response', node: 2 },
  ];
  const window = run.series({ fromUs: 0, toUs: Infinity, buckets: 10_000, of, bins: false });
  expect(window.edgesUs.length).toBeGreaterThan(200);
  expect(window.edgesUs.length).toBeLessThanOrEqual(514);
  const simulation = simulate(doc, 200_000);
  for (const [index, figure] of of.entries()) {
    const [sum, count] = totalOf(simulation, figure, window.knownUs);
    const line = window.lines[index];
    expect([added(line?.sums ?? []), added(line?.times?.counts ?? [])]).toEqual([sum, count]);
  }
});

test('a stretch made anew has equal buckets, and in them exactly what happened', () => {
  const doc = queueDoc({}, 60_000);
  const run = runOf(doc, 1e6);
  const [fromUs, toUs] = [20_000_000, 20_200_000];
  const window = run.series({ fromUs, toUs, buckets: 8, of: [{ what: 'work', node: 2 }], bins: false });
  expect(window.edgesUs).toEqual(Array.from({ length: 9 }, (_, index) => fromUs + index * 25_000));
  const workUntil = (timeUs: number) => run.totals({ timeUs }).report.nodes[2]?.response?.count ?? 0;
  const grown = window.edgesUs
    .slice(1)
    .map((edge, index) => workUntil(edge) - workUntil(window.edgesUs[index] ?? 0));
  expect(added(grown)).toBeGreaterThan(10);
  expect(window.lines[0]?.sums).toEqual(grown);
});

test('quantiles of every bucket are within 3.2 % of those of the sorted durations', () => {
  const doc = queueDoc({}, 120_000);
  const run = runOf(doc, 1e6);
  const window = run.series({
    fromUs: 0,
    toUs: Infinity,
    buckets: 50,
    of: [{ what: 'response', node: 2 }],
    bins: false,
  });
  const exact = new Simulation(planFlow(doc, runningKinds));
  const ended: (readonly [number, number])[] = [];
  const { metrics } = exact;
  const observe = metrics.observe.bind(metrics);
  metrics.observe = (node, what, us) => {
    if (node === 2 && what === measure.response) ended.push([exact.nowUs, us]);
    observe(node, what, us);
  };
  while (exact.step());
  const times = window.lines[0]?.times;
  const wrong: string[] = [];
  let [compared, place] = [0, 0];
  for (const [bucket, count] of (times?.counts ?? []).entries()) {
    // In the order in which they ended, so many belong to this bucket.
    const own = ended.slice(place, place + count).map(([, us]) => us);
    place += count;
    own.sort((a, b) => a - b);
    for (const [share, quantiles] of [
      [0.5, times?.p50Us],
      [0.95, times?.p95Us],
      [0.99, times?.p99Us],
    ] as const) {
      const value = own[Math.ceil(count * share) - 1];
      const told = quantiles?.[bucket];
      const isRight =
        value === undefined ? told === null : Math.abs((told ?? Infinity) - value) <= value * 0.032;
      if (!isRight) wrong.push(`${bucket}, ${share}: ${told} instead of ${value}`);
      compared += value === undefined ? 0 : 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(place).toBe(ended.length);
  expect(compared).toBeGreaterThan(100);
});

test('what is not computed yet is not told, and asking does not compute it', () => {
  const run = new Run(runningKinds);
  run.load(queueDoc({}, 60_000));
  expect(
    run.series({ fromUs: 0, toUs: 60e6, buckets: 10, of: [{ what: 'work', node: 0 }], bins: false }).edgesUs,
  ).toEqual([]);
  run.advance(1_000);
  const { timeUs } = run.summary();
  const window = run.series({
    fromUs: 0,
    toUs: 60e6,
    buckets: 10,
    of: [{ what: 'work', node: 0 }],
    bins: false,
  });
  expect(window).toMatchObject({ knownUs: timeUs });
  expect(window.edgesUs.at(-1)).toBe(timeUs);
  expect(run.series({ fromUs: 50e6, toUs: 60e6, buckets: 10, of: [], bins: false }).edgesUs).toEqual([]);
  expect(run.summary().steps).toBe(1_000);
});

describe('the spread of durations', () => {
  const run = runOf(queueDoc({}, 60_000), 1e6);

  test('at a place is of what ended before it, and without a place of everything', () => {
    const half = run.spread({ what: 'response', node: 2 }, { timeUs: 30e6 });
    const whole = run.spread({ what: 'response', node: 2 }, null);
    const report = run.totals(null).report.nodes[2]?.response;
    expect(whole.figures).toEqual(report);
    expect(half.figures?.count).toBeLessThan(whole.figures?.count ?? 0);
    expect(added(whole.bins.filter((_, index) => index % 2 === 1))).toBe(report?.count);
  });

  test('of all event types together is the spread of the only one', () => {
    const { figures, bins } = run.spread({ what: 'lifetime', type: -1 }, null);
    const only = run.spread({ what: 'lifetime', type: 0 }, null);
    expect(bins).toEqual(only.bins);
    expect(figures).toEqual({ ...only.figures, meanUs: expect.closeTo(only.figures?.meanUs ?? 0, 3) });
  });
});

test('calls of publishers are accounted for on random flows: every sort of end occurs, and some are still waited for', () => {
  const seen: Record<string, number> = {};
  for (let seed = 1; seed <= 150; seed += 1) {
    const run = runOf(randomDoc(seed), 400);
    for (const { fates, still } of run
      .totals({ step: 137 })
      .flow.filter(({ counts }) => counts === 'calls')) {
      for (const [what, count] of Object.entries({ ...fates, ...still }))
        seen[what] = (seen[what] ?? 0) + count;
    }
  }
  expect(Object.keys(seen).toSorted()).toEqual(['answered', 'failed', 'timedOut', 'waiting']);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

test('every line of the ledger adds up, for the flow and for each node, on random flows', () => {
  let lines = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const run = runOf(randomDoc(seed), 400);
    for (const place of [null, { step: 137 }]) {
      const { flow, nodes } = run.totals(place);
      const all = [...flow, ...nodes.flatMap((node) => node.lines)];
      lines += all.length;
      expect([seed, ...all.filter((line) => missingFrom(line) !== 0)]).toEqual([seed]);
    }
  }
  expect(lines).toBeGreaterThan(2_000);
});

test('a queue is never longer than its capacity: callers wait outside of it', () => {
  const run = runOf(queueDoc({ capacity: 3, overflow: 'block' }, 60_000), 1e6);
  const bus = run.totals(null).report.nodes[1];
  expect(bus?.queue.highest).toBe(3);
  expect(bus?.door.highest).toBeGreaterThan(3);
});
