import { readFileSync } from 'node:fs';
import { Check } from '#engine/analysis/explore/Check';
import type { Reductions } from '#engine/analysis/explore/Explorer';
import { usualSettings } from '#engine/analysis/explore/settings';
import { documentOf, type World } from '#engine/analysis/explore/smallWorlds';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { Benchmark, Line } from '../Benchmark';
import { compare } from '../measure';
import { countRows, pipelineModel } from '../references/byteVectors';

/** A part of what SPIN makes in a second is to be reached. */
const ofSpin = 0.25;
/** So many are found at most where a rate is measured. */
const most = 150_000;
export const exploring: Benchmark = {
  id: 'exploring',
  title: 'Exploring every order',
  run: () => [
    ...explored('four pipelines of three events', [pipelines(), pipelines()].map(documentOf), 0.83),
    ...explored('a buffer, four publishers, four workers', [buffer(), buffer()].map(documentOf), 1.7),
    ...explored('two services freeze, 10 places, bursts of 11', [freezing(2, 3), freezing(10, 11)], 2.4),
  ],
};

/**
 * How fast a flow is explored in full, up to a limit, and how many configurations of another are left with less. `spin` is
 * how many states of a model of the first SPIN makes for one of the reference: see docs/performance.md.
 */
function explored(what: string, [timed, counted]: readonly unknown[], spin: number): readonly Line[] {
  const model = pipelineModel(4, 3);
  const reference = () => countRows(model);
  const { perSecond, ratio } = compare(() => run(timed, nothing, most).lookedAt, reference, 5, 2);
  const full = run(counted, nothing, most);
  const alike = run(counted, { isReduced: false, isSymmetric: true }, most);
  const reduced = run(counted, { isReduced: true, isSymmetric: true }, 5_000_000);
  return [
    {
      what,
      value: perSecond / 1e6,
      unit: 'M configurations/s',
      ratio,
      against: 'rows by hand',
      goal: ofSpin * spin,
    },
    { what: `${what}, in full or up to a limit`, value: full.configurations, unit: 'configurations' },
    { what: `${what}, like nodes once`, value: alike.configurations, unit: 'configurations' },
    { what: `${what}, reduced`, value: reduced.configurations, unit: 'configurations' },
    { what: `${what}, steps`, value: reduced.steps, unit: 'steps' },
    { what: `${what}, reduced in`, value: reduced.seconds, unit: 'seconds' },
  ];
}

const nothing: Reductions = { isReduced: false, isSymmetric: false };

function run(document: unknown, reductions: Reductions, configurations: number) {
  const parsed = parseFlow(document, kinds);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ code }) => code).join(', '));
  const settings = { ...usualSettings, ...reductions, limits: { ...usualSettings.limits, configurations } };
  const check = Check.of(parsed.value, runningKinds, { property: 'no-deadlock', arguments: {} }, settings);
  if ('problem' in check) throw new Error(check.problem.code);
  const start = process.cpuUsage();
  while (!check.isOver) check.advance(10_000);
  const { user, system } = process.cpuUsage(start);
  const { progress, counterexample } = check.answer();
  return {
    seconds: (user + system) / 1e6,
    configurations: progress.configurations,
    lookedAt: progress.configurations - progress.waiting,
    steps: counterexample?.steps.length ?? 0,
  };
}

/** The template with queues and bursts of another size. */
function freezing(capacity: number, count: number): unknown {
  const text = readFileSync('public/examples/two-services-freeze.flow.json', 'utf8');
  const doc = JSON.parse(text) as { nodes: { settings: Record<string, unknown> }[] };
  for (const { settings } of doc.nodes) {
    if ('capacity' in settings) settings['capacity'] = capacity;
    if ('count' in settings) settings['count'] = count;
  }
  return doc;
}

function pipelines(): World {
  const nodes: Record<string, World['nodes'][string]> = {};
  const wires: string[] = [];
  for (const line of ['1', '2', '3', '4']) {
    nodes[`source${line}`] = ['publisher', { count: 3 }];
    nodes[`bus${line}`] = ['bus', {}];
    nodes[`worker${line}`] = ['handler', {}];
    wires.push(`source${line} bus${line}`, `bus${line} worker${line}`);
  }
  return { types: ['A'], nodes, wires };
}

/** Four sources, a bounded queue, and four handlers that share it at random. */
function buffer(): World {
  const sources = ['1', '2', '3', '4'].map((n) => [`source${n}`, ['publisher', { count: 1 }]] as const);
  const workers = ['1', '2', '3', '4'].map((n) => [`worker${n}`, ['handler', {}]] as const);
  return {
    types: ['A'],
    nodes: {
      ...Object.fromEntries([...sources, ...workers]),
      buffer: ['bus', { groups: 'one', capacity: 2, balancing: 'random' }],
    },
    wires: [...sources.map(([id]) => `${id} buffer`), ...workers.map(([id]) => `buffer ${id}`)],
  };
}
