import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { reportOf } from '#engine/runtime/report';
import type { RunReport } from '#engine/runtime/RunReport';
import { Simulation } from '#engine/runtime/Simulation';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { intervalsOfRun, Replications, type FigureInterval } from './figureIntervals';
import { RunWindows } from './RunWindows';

/** M/M/1 with 8 arrivals a second and a service time of 100 ms, or whatever else is wanted of the server. */
function queue(seed: number, untilMs: number, server: object = {}): Simulation {
  const service = { law: 'exponential', mean: 100 };
  const node = (id: string, kind: string, settings: object) => ({ id, kind, name: id, x: 0, y: 0, settings });
  const result = parseFlow(
    {
      busbar: 1,
      name: 'queue',
      seed,
      untilMs,
      eventTypes: [{ id: 'job', name: 'Job', shape: 'circle', colour: 1, outline: false }],
      nodes: [
        node('source', 'publisher', { interval: { law: 'exponential', mean: 125 } }),
        node('queue', 'bus', { groups: 'one' }),
        node('server', 'handler', { service, ...server }),
      ],
      wires: [
        { id: 'a', from: { node: 'source', port: 'out' }, to: { node: 'queue', port: 'in' } },
        { id: 'b', from: { node: 'queue', port: 'out' }, to: { node: 'server', port: 'in' } },
      ],
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return new Simulation(planFlow(result.value, runningKinds));
}

function windowsOf(simulation: Simulation): RunWindows {
  const windows = new RunWindows(simulation);
  while (simulation.step()) if (simulation.nowUs >= windows.dueUs) windows.note();
  return windows;
}

/** The closed forms of M/M/1 at λ = 8, μ = 10. */
const truths: readonly (readonly [id: string, figure: string, value: number])[] = [
  ['source', 'throughputPerSecond', 8],
  ['queue', 'queue.mean', 3.2],
  ['queue', 'wait.meanUs', 400_000],
  ['server', 'utilisation', 0.8],
  ['server', 'service.meanUs', 100_000],
  ['server', 'throughputPerSecond', 8],
  ['job', 'lifetime.meanUs', 500_000],
];

function find(figures: readonly FigureInterval[], id: string, figure: string) {
  const found = figures.find((one) => one.id === id && one.figure === figure);
  if (found === undefined) throw new Error(`No figure ${figure} of ${id}.`);
  return found;
}

/** The figure of a report that an interval is about. */
function valueIn(report: RunReport, { of, id, figure }: FigureInterval): unknown {
  const parts = { node: report.nodes, wire: report.wires, eventType: report.eventTypes }[of];
  let value: unknown = parts.find((part) => part.id === id);
  for (const key of figure.split('.')) value = (value as Record<string, unknown>)[key]; // A path into plain JSON.
  return value;
}

test('one long run of M/M/1 has intervals around the closed forms', () => {
  const figures = intervalsOfRun(windowsOf(queue(11, 10_000_000)));
  for (const [id, figure, value] of truths) {
    const { interval } = find(figures, id, figure);
    expect(interval?.low).toBeLessThan(value);
    expect(interval?.high).toBeGreaterThan(value);
    expect(Math.abs((interval?.mean ?? 0) / value - 1)).toBeLessThan(0.1);
  }
});

test('replications of M/M/1 have intervals around the closed forms', () => {
  const replications = new Replications();
  for (let seed = 1; seed <= 8; seed += 1) {
    const simulation = queue(seed, 1_500_000);
    while (simulation.step());
    replications.add(simulation);
  }
  const figures = replications.intervals();
  for (const [id, figure, value] of truths) {
    const { interval } = find(figures, id, figure);
    expect(interval?.count).toBe(8);
    expect(interval?.low).toBeLessThan(value);
    expect(interval?.high).toBeGreaterThan(value);
  }
});

test('no interval reaches where its figure cannot lie, however few runs there are', () => {
  const replications = new Replications();
  for (const seed of [3, 4]) {
    const simulation = queue(seed, 3_000);
    while (simulation.step());
    replications.add(simulation);
  }
  const intervals = replications.intervals().map((one) => ({ ...one, ...one.interval }));
  // Their mean less as much as they reach above it is negative: they were cut.
  expect(intervals.some(({ mean = 0, high = 0 }) => high > 2 * mean)).toBe(true);
  for (const { low = 0, high = 0, figure } of intervals) {
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(figure === 'utilisation' ? 1 : Infinity);
  }
});

test('every figure is the one of the report, by its path', () => {
  const simulation = queue(3, 60_000);
  while (simulation.step());
  const replications = new Replications();
  replications.add(simulation);
  replications.add(simulation);
  const report = reportOf(simulation);
  const figures = replications.intervals();
  expect(figures.length).toBeGreaterThan(10);
  for (const figure of figures) {
    const value = Number(valueIn(report, figure));
    expect(Math.abs((figure.interval?.mean ?? NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
  }
});

test('a run that is too short, or never settles, has no interval for its queue', () => {
  expect(find(intervalsOfRun(windowsOf(queue(1, 3_000))), 'queue', 'queue.mean').interval).toBeNull();
  const overloaded = { service: { law: 'exponential', mean: 150 } };
  const { interval, missing } = find(
    intervalsOfRun(windowsOf(queue(1, 2_000_000, overloaded))),
    'queue',
    'queue.mean',
  );
  expect(interval).toBeNull();
  expect(missing).not.toBeNull();
});

test('what never happened has no figure', () => {
  const figures = intervalsOfRun(windowsOf(queue(1, 600_000)));
  expect(figures.some(({ id, figure }) => id === 'source' && figure === 'queue.mean')).toBe(false);
  expect(figures.some(({ id, figure }) => id === 'source' && figure === 'service.meanUs')).toBe(false);
});

test('windows stay few however long the run, cover all of it, and sum up to the whole', () => {
  for (const untilMs of [1_000, 30_000, 4_000_000]) {
    const simulation = queue(5, untilMs);
    const windows = windowsOf(simulation);
    const { top, bottom } = windows.series(0);
    expect(top.length).toBeLessThanOrEqual(1025);
    expect(bottom.reduce((sum, us) => sum + us, 0)).toBeCloseTo(untilMs * 1000, 3);
    expect(top.reduce((sum, count) => sum + count, 0) / 1e6).toBeCloseTo(simulation.eventCount, 6);
  }
});
