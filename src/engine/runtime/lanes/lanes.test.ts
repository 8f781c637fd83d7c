import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseFlowText } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Run } from '../Run';
import { columnsOf, type LaneSample } from './LaneSamples';
import type { LaneState } from './LaneWindow';

function runOf(name: string, untilMs: number): Run {
  const path = fileURLToPath(new URL(`../../../../public/examples/${name}.flow.json`, import.meta.url));
  const parsed = parseFlowText(readFileSync(path, 'utf8'), kinds);
  if (!parsed.ok) throw new Error(name);
  const run = new Run(runningKinds);
  run.load({ ...parsed.value, untilMs });
  return run;
}

function finished(name: string, untilMs: number): Run {
  const run = runOf(name, untilMs);
  while (run.advance(10_000));
  return run;
}

const flow = finished('order-flow', 20_000);

test('the states of every node follow one another without gap over the whole window', () => {
  const { states } = flow.lanes({ fromUs: 4e6, toUs: 6e6, columns: 100 });
  for (const node of new Set(states.map((state) => state.node))) {
    const own = states.filter((state) => state.node === node).toSorted((a, b) => a.fromUs - b.fromUs);
    expect(own[0]?.fromUs).toBeLessThanOrEqual(4e6);
    expect(own.at(-1)?.toUs).toBe(6e6);
    expect(own.slice(1).map(({ fromUs }) => fromUs)).toEqual(own.slice(0, -1).map(({ toUs }) => toUs));
  }
});

test('bars that overlap in one node have different places', () => {
  const { bars } = flow.lanes({ fromUs: 0, toUs: 20e6, columns: 100 });
  expect(bars.length).toBeGreaterThan(50);
  for (const [index, bar] of bars.entries()) {
    const clash = bars.find(
      (other, place) =>
        place > index &&
        other.node === bar.node &&
        other.slot === bar.slot &&
        other.fromUs < bar.toUs &&
        bar.fromUs < other.toUs,
    );
    expect(clash).toBeUndefined();
  }
});

test('every delivery and every birth in the window is marked, and nothing else', () => {
  const window = flow.lanes({ fromUs: 5e6, toUs: 7e6, columns: 100 });
  const entries = flow.entries({ from: 1, count: 1e6 }).filter(({ timeUs }) => timeUs > 5e6 && timeUs <= 7e6);
  const marked = new Set(window.marks.map(({ step }) => step));
  const arrivals = entries.filter(
    ({ kind }) => kind === 'publish' || kind === 'deliver' || kind === 'access',
  );
  expect(arrivals.filter(({ step }) => !marked.has(step))).toEqual([]);
  expect([...marked].every((step) => entries.some((entry) => entry.step === step))).toBe(true);
});

test('a run that is too long to be told is summed up: its columns add up to the residence times', () => {
  const long = finished('order-flow', 120_000);
  const { sums } = long.lanes({ fromUs: 0, toUs: 120e6, columns: 40 });
  expect(flow.lanes({ fromUs: 3e6, toUs: 9e6, columns: 12 }).sums).toBeNull();
  const stalled = ['full', 'blocked', 'backingOff', 'calling', 'throttled', 'gathering'];
  expect(sums?.length).toBeGreaterThan(4);
  for (const [node, { held }] of (sums ?? []).entries()) {
    const { residenceUs } = long.automaton(node, { timeUs: 120e6 });
    const heldUs = stalled.reduce((sum, state) => sum + (residenceUs[state] ?? 0), 0);
    const summedUs = held.reduce((sum, share) => sum + share, 0) * (120e6 / 40);
    expect(Math.abs(summedUs - heldUs)).toBeLessThan(1);
  }
});

test('columns share what added up between samples, evenly, and nothing outside of them', () => {
  const sample = (timeUs: number, busyUs: number): LaneSample => ({
    timeUs,
    sums: Float64Array.of(busyUs, 0, busyUs * 2),
  });
  const samples = [sample(0, 0), sample(100, 50), sample(200, 150)];
  const [sum] = columnsOf(samples, 1, { fromUs: 0, toUs: 400, columns: 4 });
  expect(sum).toEqual({ busy: [0.5, 1, 0, 0], held: [0, 0, 0, 0], depth: [1, 2, 0, 0] });
  const [half] = columnsOf(samples, 1, { fromUs: 50, toUs: 150, columns: 1 });
  expect(half?.busy[0]).toBeCloseTo(0.75);
});

test('what is not computed yet is not told, and asking does not compute it', () => {
  const run = runOf('order-flow', 20_000);
  run.advance(100);
  const { timeUs } = run.summary();
  const window = run.lanes({ fromUs: 0, toUs: 20e6, columns: 10 });
  expect(window.knownUs).toBe(timeUs);
  expect(window.marks.every((mark) => mark.timeUs <= timeUs)).toBe(true);
  expect(run.lanes({ fromUs: 10e6, toUs: 20e6, columns: 10 }).states).toEqual([]);
  expect(run.summary().steps).toBe(100);
});

test('a stall has its whole length wherever a window ends, and none where the run ends first', () => {
  const steps = { columns: 100 };
  const whole = flow.lanes({ fromUs: 0, toUs: 20e6, ...steps }).states.filter(isStall);
  expect(whole.length).toBeGreaterThan(3);
  for (const { node, state, fromUs, toUs } of whole) {
    const middleUs = Math.floor((fromUs + toUs) / 2);
    const seen = flow.lanes({ fromUs: Math.max(0, fromUs - 1000), toUs: middleUs, ...steps });
    const same = seen.states.find((one) => one.node === node && one.state === state && one.fromUs === fromUs);
    expect(same?.toUs).toBe(middleUs);
    expect(same?.endUs).toBe(toUs === 20e6 ? Infinity : toUs);
  }
});

test('a stall that a run is in as far as it is known has no end yet', () => {
  const run = runOf('order-flow', 20_000);
  let open: readonly LaneState[] = [];
  while (open.length === 0 && run.advance(20)) {
    open = run.lanes({ fromUs: 0, toUs: 20e6, columns: 100 }).states.filter(isStall).filter(isOpen);
  }
  expect(open[0]?.endUs).toBeNull();
});

const isStall = ({ state }: LaneState) =>
  ['full', 'blocked', 'backingOff', 'calling', 'throttled', 'gathering'].includes(state);
const isOpen = ({ endUs }: LaneState) => endUs === null;
