import { readFileSync } from 'node:fs';
import { Check } from '#engine/analysis/explore/Check';
import type { Reductions } from '#engine/analysis/explore/Explorer';
import { usualSettings } from '#engine/analysis/explore/settings';
import { documentOf, type World } from '#engine/analysis/explore/smallWorlds';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { Benchmark, Line } from '../Benchmark';

/** Configurations a second of SPIN 6.5 without reduction, on the machine of the goals. */
const spinPerSecond = 0.65e6;
const most = 300_000;

export const exploring: Benchmark = {
  id: 'exploring',
  title: 'Exploring every order',
  run: () => [
    ...explored('four pipelines of three events', documentOf(pipelines())),
    ...explored('a buffer, four publishers, four workers', documentOf(buffer())),
    ...explored(
      'two services freeze, 10 places, bursts of 11',
      JSON.parse(readFileSync('public/examples/two-services-freeze.flow.json', 'utf8')),
    ),
  ],
};

/** How fast without reduction, up to a limit, and how many configurations are left with it. */
function explored(what: string, document: unknown): readonly Line[] {
  const full = run(document, { isReduced: false, isSymmetric: false }, most);
  const alike = run(document, { isReduced: false, isSymmetric: true }, most);
  const reduced = run(document, { isReduced: true, isSymmetric: true }, 5_000_000);
  const perSecond = full.configurations / full.seconds;
  return [
    {
      what,
      value: perSecond / 1e6,
      unit: 'M configurations/s',
      ratio: perSecond / spinPerSecond,
      against: 'SPIN, as measured elsewhere',
      goal: 0.25,
    },
    { what: `${what}, in full or up to a limit`, value: full.configurations, unit: 'configurations' },
    { what: `${what}, like nodes once`, value: alike.configurations, unit: 'configurations' },
    { what: `${what}, reduced`, value: reduced.configurations, unit: 'configurations' },
    { what: `${what}, steps`, value: reduced.steps, unit: 'steps' },
  ];
}

function run(document: unknown, reductions: Reductions, configurations: number) {
  const parsed = parseFlow(document, kinds);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ code }) => code).join(', '));
  const settings = { ...usualSettings, ...reductions, limits: { ...usualSettings.limits, configurations } };
  const check = Check.of(parsed.value, runningKinds, { property: 'no-deadlock', arguments: {} }, settings);
  if ('problem' in check) throw new Error(check.problem.code);
  const startMs = performance.now();
  while (!check.isOver) check.advance(10_000);
  const seconds = (performance.now() - startMs) / 1000;
  const answer = check.answer();
  return {
    seconds,
    configurations: answer.progress.configurations,
    steps: answer.counterexample?.steps.length ?? 0,
  };
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
