import { describe, expect, test } from 'vitest';
import { erlangB } from '#engine/analysis/queueing/erlangB';
import { generalArrivals } from '#engine/analysis/queueing/generalArrivals';
import { markovQueue } from '#engine/analysis/queueing/markovQueue';
import { openNetwork } from '#engine/analysis/queueing/openNetwork';
import { pollaczekKhinchine } from '#engine/analysis/queueing/pollaczekKhinchine';
import { priorityQueue } from '#engine/analysis/queueing/priorityQueue';
import type { QueueMeans } from '#engine/analysis/queueing/QueueMeans';
import { intervalsOfRun } from '#engine/analysis/figureIntervals';
import { intervalOfMeans } from '#engine/analysis/statistics/intervalOfMeans';
import { RunWindows } from '#engine/analysis/RunWindows';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from './FlowPlan';
import { reportOf } from './report';
import type { NodeReport, RunReport } from './RunReport';
import { Simulation } from './Simulation';

/*
 * Law 6. Every system is a flow; its closed form is in engine/analysis/queueing. From four runs of it comes a 95 %
 * interval of each figure, and of many such intervals as many must hold the closed form as they claim: their number is
 * one that a binomial law of 95 % gives, all figures of a system together, in 999 of 1,000 cases.
 */

const runsPerInterval = 4;
const confidence = 0.95;

/** What a figure should be, and how to read it off a report. */
type Truth = readonly [name: string, value: number, read: (report: RunReport) => number];

interface System {
  /** How many events a run has, about. */
  readonly events: number;
  readonly intervals?: number;
  readonly ratePerSecond: number;
  readonly doc: FlowDoc;
  readonly truths: readonly Truth[];
}

interface Part {
  readonly id: string;
  readonly kind: string;
  readonly settings: object;
}

/** Nodes and the wires between them: `a>b` joins the exit of a with the entrance of b. */
function flow(parts: readonly Part[], wires: readonly string[]): FlowDoc {
  const result = parseFlow(
    {
      busbar: 1,
      name: 'queue',
      eventTypes: [{ id: 'job' }, { id: 'rush' }],
      nodes: parts.map((part) => ({ ...part, name: part.id, x: 0, y: 0 })),
      wires: wires.map((wire) => {
        const [from = '', to = ''] = wire.split('>');
        return { id: `${from}-${to}`, from: { node: from, port: 'out' }, to: { node: to, port: 'in' } };
      }),
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const source = (settings: object): Part => ({
  id: 'source',
  kind: 'publisher',
  settings: { mix: [{ type: 'job', weight: 1 }], ...settings },
});
const poisson = (ratePerSecond: number) => source({ interval: exponential(1000 / ratePerSecond) });
const bus = (settings: object = {}, id = 'queue'): Part => ({ id, kind: 'bus', settings });
const server = (settings: object, id = 'server'): Part => ({ id, kind: 'handler', settings });
const exponential = (mean: number) => ({ law: 'exponential', mean });

const line = ['source>queue', 'queue>server'];

function nodeOf(report: RunReport, id: string): NodeReport {
  const found = report.nodes.find((node) => node.id === id);
  if (found === undefined) throw new Error(`No node ${id}.`);
  return found;
}

const lifetimeMs = (report: RunReport, type: string) =>
  (report.eventTypes.find(({ id }) => id === type)?.lifetime?.meanUs ?? 0) / 1000;

/** All figures of one line; the closed form counts in milliseconds. */
function truthsOf(means: QueueMeans, queue = 'queue', handler = 'server'): readonly Truth[] {
  return [
    [`queue of ${queue}`, means.meanQueue, (report) => nodeOf(report, queue).queue.mean],
    [`wait in ${queue}`, means.meanWait, (report) => (nodeOf(report, queue).wait?.meanUs ?? 0) / 1000],
    [`busy at ${handler}`, means.meanBusy, (report) => nodeOf(report, handler).busy.mean],
    [
      `throughput of ${handler}`,
      means.throughput * 1000,
      (report) => nodeOf(report, handler).throughputPerSecond,
    ],
  ];
}

const responseOf = (means: QueueMeans): Truth => [
  'response',
  means.meanResponse,
  (report) => lifetimeMs(report, 'job'),
];

/** The share of events that met a fate on the bus. */
const shareOf = (fate: 'refused' | 'expired', value: number): Truth => [
  fate,
  value,
  (report) => (nodeOf(report, 'queue').ledger[fate] ?? 0) / report.eventsPublished,
];

/** A line with Poisson arrivals, one queue and one handler. */
function poissonLine(
  ratePerSecond: number,
  workers: number,
  service: object,
  means: QueueMeans,
  more: Partial<System> & { readonly queue?: object } = {},
): System {
  const { queue = {}, ...rest } = more;
  return {
    events: 800,
    ratePerSecond,
    doc: flow([poisson(ratePerSecond), bus(queue), server({ workers, service })], line),
    truths: [...truthsOf(means), responseOf(means)],
    ...rest,
  };
}

const markov = (ratePerSecond: number, servers: number, places = Infinity) =>
  markovQueue({ arrivalRate: ratePerSecond / 1000, meanService: 100, servers, places });

const markovLine = (ratePerSecond: number, servers: number, more: Partial<System> = {}) =>
  poissonLine(ratePerSecond, servers, exponential(100), markov(ratePerSecond, servers), more);

/** M/M/c/K: whoever finds all places taken is refused. */
function boundedLine(ratePerSecond: number, servers: number, places: number): System {
  const means = markov(ratePerSecond, servers, places);
  const queue = { capacity: places, overflow: 'reject' };
  const plain = poissonLine(ratePerSecond, servers, exponential(100), means, { queue });
  return { ...plain, truths: [...plain.truths, shareOf('refused', means.lossProbability)] };
}

/** M/G/c/c: who finds no server free goes away; a wait of a microsecond is the shortest that there is. */
function lossLine(ratePerSecond: number, servers: number, service: object): System {
  const means = markov(ratePerSecond, servers, 0);
  const plain = poissonLine(ratePerSecond, servers, service, means, { queue: { ttlMs: 0.001 } });
  const truths = plain.truths.filter(([name]) => !/^(queue|wait)/.test(name));
  return { ...plain, truths: [...truths, shareOf('expired', erlangB(servers, ratePerSecond / 10))] };
}

/** M/G/1 with a mean service time of 100 ms. */
const generalLine = (
  service: object,
  squaredVariation: number,
  more: Partial<System> & { queue?: object } = {},
) =>
  poissonLine(7, 1, service, pollaczekKhinchine(0.007, { mean: 100, squaredVariation }), {
    events: 1_500,
    intervals: 60,
    ...more,
  });

function arrivingLine(arrivals: Part, ratePerSecond: number, means: QueueMeans): System {
  return {
    events: 1_500,
    ratePerSecond,
    doc: flow([arrivals, bus(), server({ service: exponential(100) })], line),
    truths: [...truthsOf(means), responseOf(means)],
  };
}

function infiniteServers(): System {
  const means = markovQueue({ arrivalRate: 0.02, meanService: 150, servers: Infinity });
  const plain = poissonLine(20, 0, { law: 'uniform', min: 0, max: 300 }, means);
  return { ...plain, truths: plain.truths.filter(([name]) => !/^(queue|wait)/.test(name)) };
}

function tandem(): System {
  const services = [100, 120, 60];
  const means = openNetwork(
    services.map((meanService, index) => ({
      arrivalRate: index === 0 ? 0.005 : 0,
      meanService,
      servers: 1,
      next: services.map((_, next) => (next === index + 1 ? 1 : 0)),
    })),
  );
  const stations = services.flatMap((mean, index) => {
    const actions = index < 2 ? [{ do: 'emit' }] : [];
    const service = exponential(mean);
    return [
      bus({}, `queue${index}`),
      server({ service, actions, emitCall: 'fireAndForget' }, `server${index}`),
    ];
  });
  const wires = [
    'source>queue0',
    'queue0>server0',
    'server0>queue1',
    'queue1>server1',
    'server1>queue2',
    'queue2>server2',
  ];
  return {
    events: 1_000,
    intervals: 60,
    ratePerSecond: 5,
    doc: flow([poisson(5), ...stations], wires),
    truths: (means ?? []).flatMap((each, index) => truthsOf(each, `queue${index}`, `server${index}`)),
  };
}

function feedback(): System {
  const [means] = openNetwork([{ arrivalRate: 0.003, meanService: 100, servers: 1, next: [0.4] }]) ?? [];
  const again = { do: 'emit', type: '', probability: 0.4 };
  const handler = server({ service: exponential(100), actions: [again], emitCall: 'fireAndForget' });
  return {
    events: 800,
    ratePerSecond: 3,
    doc: flow([poisson(3), bus(), handler], [...line, 'server>queue']),
    truths: means === undefined ? [] : truthsOf(means),
  };
}

/** A quarter of the events is urgent; nobody is interrupted. */
function priorities(): System {
  const service = { mean: 100, squaredVariation: 0 };
  const [rush, job] = priorityQueue([
    { arrivalRate: 0.0015, service },
    { arrivalRate: 0.006, service },
  ]);
  const mix = [
    { type: 'rush', weight: 1 },
    { type: 'job', weight: 4 },
  ];
  const queue = bus({ order: 'priority', priorities: [{ type: 'rush', priority: 5 }] });
  const arrivals = source({ interval: exponential(1000 / 7.5), mix });
  const handler = server({ service: { law: 'constant', mean: 100 } });
  return {
    events: 1_500,
    intervals: 100,
    ratePerSecond: 7.5,
    doc: flow([arrivals, queue, handler], line),
    truths: [
      ['response of the urgent', rush?.meanResponse ?? 0, (report) => lifetimeMs(report, 'rush')],
      ['response of the others', job?.meanResponse ?? 0, (report) => lifetimeMs(report, 'job')],
      ['utilisation', 0.75, (report) => nodeOf(report, 'server').utilisation ?? 0],
    ],
  };
}

/** Three at a time, in Poisson moments. */
function batches(): System {
  const arrivals = source({ generation: 'bursts', burstSize: 3, burstInterval: exponential(500) });
  const batch = { mean: 3, factorialMoment: 6 };
  return arrivingLine(arrivals, 6, pollaczekKhinchine(0.006, { mean: 100, squaredVariation: 1 }, batch));
}

/** What leaves varies only by who is still there at the end, so that of the throughput there is nothing to estimate. */
function constantArrivals(): System {
  const means = generalArrivals(0.008, 100, (s) => Math.exp(-125 * s));
  const plain = arrivingLine(source({ interval: { law: 'constant', mean: 125 } }), 8, means);
  return { ...plain, truths: plain.truths.filter(([name]) => !name.startsWith('throughput')) };
}

const constant = { law: 'constant', mean: 100 };
const systems: Readonly<Record<string, () => System>> = {
  'M/M/1 at a load of 0.5': () => markovLine(5, 1, { intervals: 200 }),
  'M/M/1 at a load of 0.8': () => markovLine(8, 1, { events: 2_500 }),
  'M/M/1 at a load of 0.9': () => markovLine(9, 1, { events: 8_000, intervals: 40 }),
  'M/M/2 at a load of 0.7': () => markovLine(14, 2, { events: 1_500 }),
  'M/M/3 at a load of two thirds': () => markovLine(20, 3, { events: 1_500, intervals: 100 }),
  'M/M/10 at a load of 0.8': () => markovLine(80, 10, { events: 3_000, intervals: 50 }),
  'M/M/1/5, overloaded': () => boundedLine(12, 1, 4),
  'M/M/3/8 at a load of 0.9': () => boundedLine(27, 3, 5),
  'M/M/4/4 (Erlang loss)': () => lossLine(30, 4, exponential(100)),
  'M/G/4/4 (Erlang loss does not depend on the law)': () =>
    lossLine(30, 4, { law: 'gamma', mean: 100, shape: 3 }),
  'M/D/1': () => generalLine(constant, 0),
  'M/G/1 with gamma service': () => generalLine({ law: 'gamma', mean: 100, shape: 2 }, 0.5),
  'M/G/1 with uniform service': () =>
    generalLine({ law: 'uniform', min: 20, max: 180 }, 160 ** 2 / 12 / 100 ** 2),
  'M/G/1 with log-normal service': () =>
    generalLine({ law: 'logNormal', mean: 100, deviation: 120 }, 1.44, { events: 2_500, intervals: 50 }),
  'M/G/1, last come first served': () => generalLine(constant, 0, { queue: { order: 'lifo' } }),
  'M/G/∞': infiniteServers,
  'three lines in a row': tandem,
  feedback: feedback,
  'two priorities': priorities,
  'D/M/1': constantArrivals,
  'E2/M/1': () =>
    arrivingLine(
      source({ interval: { law: 'gamma', mean: 140, shape: 2 } }),
      1000 / 140,
      generalArrivals(1 / 140, 100, (s) => (1 + 70 * s) ** -2),
    ),
  'M[3]/M/1, in batches': batches,
};

function simulate({ doc, events, ratePerSecond }: System, seed: number, times = 1): Simulation {
  const untilMs = (events * times * 1000) / ratePerSecond;
  return new Simulation(planFlow({ ...doc, seed, untilMs }, runningKinds));
}

function reportOfRun(system: System, seed: number, times = 1): RunReport {
  const simulation = simulate(system, seed, times);
  while (simulation.step());
  return reportOf(simulation);
}

/** How many of so many intervals hold each truth. */
function coverage(system: System, intervals: number): readonly number[] {
  const covering = system.truths.map(() => 0);
  for (let interval = 0; interval < intervals; interval += 1) {
    const reports = Array.from({ length: runsPerInterval }, (_, run) =>
      reportOfRun(system, interval * runsPerInterval + run + 1),
    );
    for (const [index, [, value, read]] of system.truths.entries()) {
      const found = intervalOfMeans(reports.map(read), confidence);
      if (found !== null && found.low <= value && value <= found.high)
        covering[index] = (covering[index] ?? 0) + 1;
    }
  }
  return covering;
}

/** How likely so few of so many hold the truth, and how likely so many, when each does with the stated confidence. */
function tails(covering: number, intervals: number): { readonly few: number; readonly many: number } {
  let probability = (1 - confidence) ** intervals;
  let few = 0;
  let many = 0;
  for (let count = 0; count <= intervals; count += 1) {
    if (count <= covering) few += probability;
    if (count >= covering) many += probability;
    probability *= ((intervals - count) / (count + 1)) * (confidence / (1 - confidence));
  }
  return { few, many };
}

/** The figures of a system that too few or too many of its intervals hold. */
function miscovered({ truths }: System, covering: readonly number[], intervals: number): readonly string[] {
  const least = 0.001 / 2 / truths.length;
  return truths.flatMap(([name], index) => {
    const count = covering[index] ?? 0;
    const { few, many } = tails(count, intervals);
    return few < least || many < least ? [`${name}: ${count} of ${intervals}`] : [];
  });
}

describe('6: intervals from runs hold the closed form as often as they claim', () => {
  test.each(Object.entries(systems))('%s', (_, create) => {
    const system = create();
    const intervals = system.intervals ?? 60;
    expect(miscovered(system, coverage(system, intervals), intervals)).toEqual([]);
  });
});

test('6: intervals from one long run, by batch means, hold the closed form as often as they claim', () => {
  const system = markovLine(7, 1);
  const means = markov(7, 1);
  const truths = [
    ['queue', 'queue.mean', means.meanQueue],
    ['queue', 'wait.meanUs', means.meanWait * 1000],
    ['server', 'utilisation', means.utilisation],
    ['server', 'throughputPerSecond', means.throughput * 1000],
    ['job', 'lifetime.meanUs', means.meanResponse * 1000],
  ] as const;
  const runs = 60;
  const given = truths.map(() => 0);
  const covering = truths.map(() => 0);
  for (let seed = 1; seed <= runs; seed += 1) {
    const simulation = simulate(system, seed, 12);
    const windows = new RunWindows(simulation);
    while (simulation.step()) if (simulation.nowUs >= windows.dueUs) windows.note();
    const figures = intervalsOfRun(windows);
    for (const [index, [id, figure, value]] of truths.entries()) {
      const interval = figures.find((one) => one.id === id && one.figure === figure)?.interval ?? null;
      if (interval === null) continue;
      given[index] = (given[index] ?? 0) + 1;
      if (interval.low <= value && value <= interval.high) covering[index] = (covering[index] ?? 0) + 1;
    }
  }
  expect(Math.min(...given)).toBeGreaterThan(0.9 * runs);
  for (const [index, count] of covering.entries()) {
    const { few, many } = tails(count, given[index] ?? 0);
    expect(Math.min(few, many)).toBeGreaterThan(0.001 / 2 / truths.length);
  }
});

describe('6: Little’s law holds on every queue', () => {
  test.each(Object.entries(systems))('%s', (_, create) => {
    const report = reportOfRun(create(), 77, 5);
    for (const { kind, queue, wait, ledger } of report.nodes) {
      // The waits are of what is handed on; where most of what waits expires, the queue is of others.
      if (kind !== 'bus' || queue.mean === 0 || (ledger.expired ?? 0) > 0) continue;
      const waited = ((wait?.count ?? 0) * (wait?.meanUs ?? 0)) / report.timeUs;
      // Who still waits at the end is in the queue, and not yet among the waits.
      expect(Math.abs(waited / queue.mean - 1)).toBeLessThan(0.01);
    }
  });
});
