import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawFlow, type Drawing } from '#engine/analysis/lint/drawFlow';
import { Replications, type FigureInterval } from '#engine/analysis/figureIntervals';
import { intervalOfMeans } from '#engine/analysis/statistics/intervalOfMeans';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlowText } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { Simulation } from '#engine/runtime/Simulation';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { predictFlow } from './predictFlow';

/*
 * Every figure that is predicted, against runs of the flow: what a closed form says lies within the interval of 99.9 % around the
 * mean of eight runs, and an approximation within a fifth of it besides. Seeds are fixed, so that the answer is always the same.
 */

const folder = new URL('../../../../public/examples/', import.meta.url);
const examples = readdirSync(folder).filter((name) => name.endsWith('.flow.json'));
const runs = 8;

/** A flow that goes on for ever: sources have no end and no beginning, and nothing fails from outside. */
function endless(doc: FlowDoc, untilMs: number): FlowDoc {
  const nodes = doc.nodes.map((node) => {
    const isSource = node.kind === 'publisher';
    return isSource ? { ...node, settings: { ...node.settings, count: 0, stopMs: 0, startMs: 0 } } : node;
  });
  const wires = doc.wires.map((wire) => ({ ...wire, settings: { ...wire.settings, subscribeAtMs: 0 } }));
  return { ...doc, nodes, wires, untilMs, faults: [], interventions: [] };
}

/** Intervals of 95 % become such of 99.9 %: with eight runs Student's t is 5.408 in place of 2.365. */
const wider = 5.408 / 2.365;

function simulated(doc: FlowDoc): readonly FigureInterval[] {
  const replications = new Replications();
  for (let seed = 1; seed <= runs; seed += 1) {
    const simulation = new Simulation(planFlow({ ...doc, seed }, runningKinds));
    while (simulation.stepCount < 150_000 && simulation.step());
    replications.add(simulation);
  }
  return replications.intervals();
}

interface Compared {
  readonly compared: number;
  readonly wrong: readonly string[];
}

function compare(doc: FlowDoc): Compared {
  const prediction = predictFlow(doc, judgedKinds, runningKinds);
  const figures = simulated(doc);
  let compared = 0;
  const wrong = prediction.nodes.flatMap((node) =>
    node.figures.flatMap(({ figure, value, tier, model }) => {
      const found = figures.find((one) => one.id === node.id && one.figure === figure)?.interval ?? null;
      // A line without end has no mean to compare with; what never happens has no figure.
      if (found === null || (node.isOverloaded && /queue|wait|response/.test(figure))) return [];
      compared += 1;
      // Where an interval ends at what is possible, its other side has the whole reach.
      const reach = Math.max(found.high - found.mean, found.mean - found.low);
      const slack = tier === 'approximation' ? 0.2 * found.mean : 0.006 * Math.abs(found.mean) + 1e-3;
      const isIn = Math.abs(value - found.mean) <= wider * reach + slack;
      return isIn ? [] : [`${node.id} ${figure}: ${value} by ${model}, runs ${found.low} to ${found.high}`];
    }),
  );
  return { compared, wrong };
}

const exponential = (mean: number) => ({ law: 'exponential', mean });
const source = (settings: object = {}): Drawing['nodes'][string] => [
  'publisher',
  { interval: exponential(100), mix: [{ type: 'T', weight: 1 }], ...settings },
];
const worker = (settings: object = {}): Drawing['nodes'][string] => [
  'handler',
  { service: exponential(70), ...settings },
];
const line = ['shop>queue', 'queue>server'];
const flowOf = (queue: object, server: object, shop: object = {}): Drawing => ({
  nodes: { shop: source(shop), queue: ['bus', { ...queue }], server: worker(server) },
  wires: line,
});
const emit = (settings: object = {}) => ({
  actions: [{ do: 'emit', ...settings }],
  emitCall: 'fireAndForget',
});

const flows: Readonly<Record<string, Drawing>> = {
  'M/M/1': flowOf({}, {}),
  'M/M/3 of a handler and its twin': {
    nodes: {
      shop: source({ interval: exponential(30) }),
      queue: ['bus', { groups: 'one' }],
      a: worker({ workers: 2 }),
      b: worker({ workers: 1 }),
    },
    wires: ['shop>queue', 'queue>a', 'queue>b'],
  },
  'M/M/1/5, what is too much refused': flowOf(
    { capacity: 4, overflow: 'reject' },
    { service: exponential(120) },
  ),
  'M/D/1 with a way of 20 ms': {
    ...flowOf({}, { service: { law: 'constant', mean: 50 } }),
    wires: ['shop>queue', ['queue>server', { latency: { law: 'constant', mean: 20 } }]],
  },
  'D/M/1': flowOf({}, {}, { interval: { law: 'constant', mean: 100 } }),
  'batches of three': flowOf({}, {}, { generation: 'bursts', burstSize: 3, burstInterval: exponential(300) }),
  'an inbox without end': flowOf({}, { mode: 'async', inboxCapacity: 0 }),
  'retries with back-off': flowOf(
    {},
    {
      service: exponential(40),
      failureProbability: 0.2,
      retries: 3,
      backoff: 'exponential',
      backoffMs: 10,
      jitter: 0.5,
    },
  ),
  feedback: {
    nodes: {
      shop: source(),
      queue: 'bus',
      server: worker({ service: exponential(50), ...emit({ probability: 0.3 }) }),
    },
    wires: [...line, 'server>queue'],
  },
  'three in a row, the second with two workers': {
    nodes: {
      shop: source(),
      q1: 'bus',
      a: worker(emit()),
      q2: 'bus',
      b: worker({ service: exponential(120), workers: 2, ...emit() }),
      q3: 'bus',
      c: worker({ service: { law: 'gamma', mean: 60, shape: 3 } }),
    },
    wires: ['shop>q1', 'q1>a', 'a>q2', 'q2>b', 'b>q3', 'q3>c'],
  },
  'a row that is not Poisson': {
    nodes: {
      shop: source({ interval: { law: 'gamma', mean: 100, shape: 4 } }),
      q1: 'bus',
      a: worker({ service: { law: 'uniform', min: 20, max: 120 }, ...emit() }),
      q2: 'bus',
      b: worker({ service: exponential(80) }),
    },
    wires: ['shop>q1', 'q1>a', 'a>q2', 'q2>b'],
  },
  'a synchronous line with callers without end': {
    nodes: {
      shop: source(),
      queue: ['bus', { delivery: 'sync' }],
      a: worker({ service: { law: 'constant', mean: 30 } }),
      b: worker({ service: exponential(40) }),
    },
    wires: ['shop>queue', 'queue>a', 'queue>b'],
  },
  'one caller who waits': {
    nodes: {
      shop: source({ call: 'wait' }),
      queue: ['bus', { delivery: 'sync' }],
      a: worker({ service: { law: 'constant', mean: 30 } }),
      b: worker({ service: exponential(40) }),
    },
    wires: ['shop>queue', 'queue>a', 'queue>b'],
  },
  'calls that wait at the door': {
    nodes: {
      shop: source({ call: 'wait', clients: 0 }),
      queue: ['bus', { delivery: 'sync', reading: 'blockingCall' }],
      a: worker({ service: exponential(60) }),
    },
    wires: ['shop>queue', 'queue>a'],
  },
  'a loop with two threads': {
    nodes: {
      shop: source(),
      queue: ['bus', { dispatch: 'loop', dispatchers: 2 }],
      a: worker({ service: exponential(60), workers: 0 }),
      b: worker({ service: exponential(60), workers: 0 }),
    },
    wires: ['shop>queue', 'queue>a', 'queue>b'],
  },
  priorities: {
    types: ['T', 'rush'],
    nodes: {
      shop: source({
        mix: [
          { type: 'T', weight: 3 },
          { type: 'rush', weight: 1 },
        ],
      }),
      queue: ['bus', { order: 'priority', priorities: [{ type: 'rush', priority: 5 }] }],
      server: worker({ workers: 2, service: exponential(150) }),
    },
    wires: line,
  },
  'more than can be done, and what follows': {
    nodes: {
      shop: source({ interval: exponential(50) }),
      q1: 'bus',
      a: worker(emit()),
      q2: 'bus',
      b: worker({ service: exponential(50) }),
    },
    wires: ['shop>q1', 'q1>a', 'a>q2', 'q2>b'],
  },
  'two bounded lines in a row, by the chain of their steps': {
    nodes: {
      shop: source(),
      q1: ['bus', { capacity: 2, overflow: 'reject' }],
      a: worker({ service: exponential(90), ...emit() }),
      q2: ['bus', { capacity: 3, overflow: 'dropNewest' }],
      b: worker({ service: exponential(110) }),
    },
    wires: ['shop>q1', 'q1>a', 'a>q2', 'q2>b'],
  },
  'seven who go round for ever': {
    nodes: {
      shop: source({ interval: { law: 'constant', mean: 10 }, count: 7 }),
      q1: 'bus',
      a: worker(emit()),
      q2: 'bus',
      b: worker({ service: exponential(120), workers: 2, ...emit() }),
      q3: 'bus',
      c: worker({ service: { law: 'uniform', min: 40, max: 80 }, workers: 0, ...emit() }),
    },
    wires: [
      'shop>q1',
      'q1>a',
      'a>q2',
      'q2>b',
      'b>q3',
      'q3>c',
      ['c>q1', { latency: { law: 'constant', mean: 30 } }],
    ],
  },
  'work with a store': {
    nodes: {
      shop: source(),
      queue: 'bus',
      server: worker({
        service: { law: 'constant', mean: 20 },
        actions: [{ do: 'read' }, { do: 'write' }],
      }),
      db: ['store', { latency: { law: 'constant', mean: 15 } }],
    },
    wires: [...line, 'server.store>db'],
  },
};

describe('what is predicted is what runs come to', () => {
  test.each(Object.entries(flows))('%s', (_, drawing) => {
    const doc = drawFlow(drawing, judgedKinds);
    const { compared, wrong } = compare({ ...doc, untilMs: 1_200_000 });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(3);
  });

  test.each(examples)('%s', (name) => {
    const parsed = parseFlowText(readFileSync(new URL(name, folder), 'utf8'), judgedKinds);
    if (!parsed.ok) throw new Error(name);
    expect(compare(endless(parsed.value, 400_000)).wrong).toEqual([]);
  });
});

/** As many groups as there are workers, each with all events. */
const fork = (parts: number, settings: object): Drawing => ({
  nodes: {
    shop: source(),
    topic: 'bus',
    ...Object.fromEntries(Array.from({ length: parts }, (_, part) => [`w${part}`, worker(settings)])),
  },
  wires: [
    'shop>topic',
    ...Array.from({ length: parts }, (_, part): `${string}>${string}` => `topic>w${part}`),
  ],
});

/** The mean time until all groups are done, of the events of one run that were done with. */
function allDoneIn(doc: FlowDoc, seed: number, parts: number): number {
  const simulation = new Simulation(planFlow({ ...doc, seed }, runningKinds));
  const wires = doc.wires.flatMap(({ from }, wire) => (from.node === 'topic' ? [wire] : []));
  const seen = new Map<number, { begunUs: number; done: number }>();
  const times: number[] = [];
  const bus = doc.nodes.findIndex(({ id }) => id === 'topic');
  simulation.listener = {
    send: () => undefined,
    record: () => undefined,
    begin({ node, kind, name, event, wire }) {
      if (event === null || node !== bus) return;
      if (kind === 'publish') seen.set(event.number, { begunUs: simulation.nowUs, done: 0 });
      const one = seen.get(event.number);
      if (kind !== 'ack' || name !== 'done' || one === undefined || !wires.includes(wire)) return;
      one.done += 1;
      if (one.done === parts) times.push(simulation.nowUs - one.begunUs);
    },
  };
  while (simulation.step());
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

test.each([
  ['two groups with one worker each', 2, fork(2, { service: exponential(60) }), 'fork-join of two', 0.006],
  ['five groups with one worker each', 5, fork(5, { service: exponential(60) }), 'Nelson-Tantawi', 0.05],
  ['three groups without waiting', 3, fork(3, { workers: 0 }), 'longest of n', 0.006],
])('how long until all are done: %s', (_, parts, drawing, model, slack) => {
  const doc = { ...drawFlow(drawing, judgedKinds), untilMs: 400_000 };
  const [found] = predictFlow(doc, judgedKinds, runningKinds).forks;
  const times = Array.from({ length: runs }, (__, seed) => allDoneIn(doc, seed + 1, parts));
  const { mean, low, high } = intervalOfMeans(times) ?? { mean: NaN, low: NaN, high: NaN };
  expect(found?.model).toBe(model);
  expect(Math.abs((found?.allDoneUs ?? 0) - mean)).toBeLessThan((wider * (high - low)) / 2 + slack * mean);
});

test('the wider interval is the one of 99.9 %', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8];
  const [usual, sure] = [intervalOfMeans(values), intervalOfMeans(values, 0.999)];
  const reach = (one: typeof usual) => (one?.high ?? 0) - (one?.low ?? 0);
  expect(reach(sure) / reach(usual)).toBeCloseTo(wider, 2);
});
