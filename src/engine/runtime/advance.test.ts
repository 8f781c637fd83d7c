import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fanOutPlan, queuePlan } from '#bench/flows';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { advance } from './advance';
import { planFlow } from './FlowPlan';
import { plainFlowOf } from './plain/PlainFlow';
import { reportOf } from './report';
import { Run } from './Run';
import { Simulation } from './Simulation';

/** The same kinds, which do not tell how the core runs them. */
const withoutCore = new Map(
  [...runningKinds].map(([id, kind]): [string, RunningKind] => {
    const { plain: _, ...behaviour } = kind.behaviour;
    return [id, { ...kind, behaviour }];
  }),
);

const folder = 'public/examples';

const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.flow.json'))
  .map((name): [string, FlowDoc] => {
    const result = parseFlow(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')), kinds);
    if (!result.ok) throw new Error(name);
    return [name.replace('.flow.json', ''), result.value];
  });

const plainExamples = examples.filter(([, doc]) => plainFlowOf(planFlow(doc, runningKinds)) !== null);

const docs: readonly (readonly [string, FlowDoc])[] = [
  ...plainExamples,
  ['a queue without end', queuePlan(0, 125, 100, 1).doc],
  ['a queue of an hour', { ...queuePlan(0, 125, 400, 4).doc, untilMs: 3_600_000 }],
  ['a topic', fanOutPlan(2_000, 125, 80, 8, 0.01).doc],
];

test('the templates that are plain', () => {
  expect(plainExamples.map(([name]) => name)).toEqual(['fan-out', 'head-of-line', 'how-many-consumers']);
});

test.each(docs)('%s: everything that a run tells is the same with the core and without', (_, doc) => {
  const ask = (known: ReadonlyMap<string, RunningKind>) => {
    const run = new Run(known, 60_000);
    run.load(doc);
    for (let portion = 1; portion < 60 && run.advance(portion * 700); portion += 1);
    const summary = run.summary();
    const { timeUs } = summary;
    const places = [0.31, 0.9, 0.2, 1].map((share) => ({ timeUs: share * timeUs }));
    const figures = doc.nodes.flatMap((__, node) => [
      { what: 'work' as const, node },
      { what: 'wait' as const, node },
      { what: 'queue' as const, node },
    ]);
    const stretch = { fromUs: 0, toUs: timeUs };
    return {
      summary,
      frames: places.map((place) => run.frame(place)),
      steps: [30_001, 12_345, 12_344].map((step) => run.frame({ step })),
      hashes: places.map((place) => run.hashAt(place)),
      reports: places.map((place) => run.report(place.timeUs)),
      overview: run.overview(50),
      series: run.series({ ...stretch, buckets: 40, of: figures, bins: true }),
      lanes: run.lanes({ ...stretch, columns: 40 }),
    };
  };
  expect(ask(runningKinds)).toEqual(ask(withoutCore));
});

test('a run ends at the step of a goal in the core and without', () => {
  const plan = queuePlan(0, 125, 100, 1);
  const slow = planFlow(plan.doc, withoutCore);
  for (const goal of [
    { step: 12_345 },
    { step: 1e6, events: 3_210 },
    { step: 1e6, throughUs: 123_456_789 },
    { step: 1e6, events: 1_500, throughUs: 1e12 },
  ]) {
    const [one, other] = [new Simulation(plan), new Simulation(slow)];
    expect(advance(one, goal)).toBe(advance(other, goal));
    expect(reportOf(one)).toEqual(reportOf(other));
    expect(one.stepCount).toBeGreaterThan(4_000);
  }
});

test('what outgrows the core goes on without it', () => {
  // Twice as much comes as can be served.
  const plan = queuePlan(40_000, 50, 100, 1);
  const [one, other] = [new Simulation(plan), new Simulation(planFlow(plan.doc, withoutCore))];
  expect(advance(one, { step: Infinity })).toBe(false);
  expect(advance(other, { step: Infinity })).toBe(false);
  expect(reportOf(one)).toEqual(reportOf(other));
});
