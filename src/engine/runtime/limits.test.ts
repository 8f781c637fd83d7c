import { expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from './FlowPlan';
import { reportOf } from './report';
import { Run } from './Run';
import { Simulation } from './Simulation';

const eventTypes = [{ id: 'Ping', name: 'Ping', shape: 'circle', colour: 1, outline: false }];
const emit = { do: 'emit', type: 'Ping' };
const noTime = { law: 'constant', mean: 0 };

function parse(raw: object): FlowDoc {
  const result = parseFlow(
    { busbar: 1, name: 'limits', seed: 1, untilMs: 10_000, eventTypes, ...raw },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function finish(doc: FlowDoc, limit?: number, instantLimit?: number): Run {
  const run = new Run(runningKinds, limit, instantLimit);
  run.load(doc);
  while (run.advance(1_000)) continue;
  return run;
}

function node(id: string, kind: string, settings: object): object {
  return { id, kind, name: id, x: 0, y: 0, settings };
}

function wire(from: string, to: string, port = 'out'): object {
  return {
    id: `${from}-${to}-${port}`,
    from: { node: from, port },
    to: { node: to, port: 'in' },
    settings: {},
  };
}

const oneEvent = { generation: 'script', script: [{ atMs: 1, type: 'Ping', key: 'a', data: null }] };

test('a loop that takes no time ends at the limit of steps, and says so', () => {
  const doc = parse({
    nodes: [
      node('start', 'publisher', oneEvent),
      node('bus', 'bus', {}),
      node('echo', 'handler', { service: noTime, actions: [emit] }),
    ],
    wires: [wire('start', 'bus'), wire('bus', 'echo'), wire('echo', 'bus')],
  });
  expect(finish(doc, 2_000).summary()).toMatchObject({ status: 'limit', limit: 'steps', steps: 2_000 });
  // Long before that, it is too many steps at one instant; nothing can be seen beyond.
  const run = finish(doc, undefined, 3_000);
  expect(run.summary()).toMatchObject({ status: 'limit', limit: 'instant', timeUs: 1_000 });
  const { steps } = run.summary();
  expect(steps).toBeLessThan(3_010);
  expect(run.frame({ step: steps + 500 }).step).toBe(steps);
  expect(run.window({ step: steps - 3 }, 50).entries).toHaveLength(3);
});

test('an inline call that comes back to a handler on its own stack is refused, with the stack as witness', () => {
  const doc = parse({
    nodes: [
      node('start', 'publisher', { ...oneEvent, call: 'wait' }),
      node('bus', 'bus', { delivery: 'sync', reading: 'inline' }),
      node('echo', 'handler', { actions: [emit] }),
    ],
    wires: [wire('start', 'bus'), wire('bus', 'echo'), wire('echo', 'bus')],
  });
  const run = finish(doc);
  const facts = run.entries({ from: 1, count: 100 }).flatMap((entry) => entry.facts);
  const cycle = facts.find((fact) => fact.code === 'synchronous-cycle');
  expect(cycle?.detail).toBe('start → bus → echo → bus → echo');
  expect(run.summary().status).toBe('ended');
});

test('a call that goes deeper than 256 is refused, and the run goes on', () => {
  const depths = Array.from({ length: 260 }, (_, depth) => depth);
  const doc = parse({
    nodes: [
      node('start', 'publisher', { ...oneEvent, call: 'wait' }),
      ...depths.map((depth) => node(`bus${depth}`, 'bus', { delivery: 'sync', reading: 'inline' })),
      ...depths.map((depth) => node(`work${depth}`, 'handler', { service: noTime, actions: [emit] })),
    ],
    wires: [
      wire('start', 'bus0'),
      ...depths.map((depth) => wire(`bus${depth}`, `work${depth}`)),
      ...depths.slice(1).map((depth) => wire(`work${depth - 1}`, `bus${depth}`)),
    ],
  });
  const summary = finish(doc).summary();
  expect(summary.facts['call-depth']).toBe(1);
  expect(summary.status).toBe('ended');
});

test('a million messages under way end the run, and it says so', { timeout: 60_000 }, () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `work${index}`);
  const doc = parse({
    untilMs: 1e6,
    nodes: [
      node('start', 'publisher', { interval: { law: 'constant', mean: 1 } }),
      node('bus', 'bus', {}),
      ...many.map((id) => node(id, 'handler', { workers: 0 })),
    ],
    wires: [
      wire('start', 'bus'),
      ...many.map((id) => ({ ...wire('bus', id), settings: { latency: { law: 'constant', mean: 1e7 } } })),
    ],
  });
  const simulation = new Simulation(planFlow(doc, runningKinds));
  while (simulation.step());
  expect(reportOf(simulation)).toMatchObject({ status: 'limit', limit: 'pending' });
  expect(simulation.stepCount).toBeLessThan(3_000);
});

test(
  'what is retained and remembered is bounded, and what is forgotten is recorded',
  { timeout: 30_000 },
  () => {
    const doc = parse({
      untilMs: 0,
      nodes: [
        node('start', 'publisher', { interval: { law: 'constant', mean: 1 }, count: 10_020 }),
        node('bus', 'bus', { retention: 'all', dedupWindowMs: 1e8 }),
        node('work', 'handler', { service: noTime, idempotencyMs: 1e8 }),
      ],
      wires: [wire('start', 'bus'), wire('bus', 'work')],
    });
    const simulation = new Simulation(planFlow(doc, runningKinds));
    while (simulation.step());
    const report = reportOf(simulation);
    expect(report.status).toBe('ended');
    expect(report.nodes.map(({ ledger }) => ledger.forgotten)).toEqual([undefined, 40, 20]);
  },
);

test('blocking calls that wait for each other end as stuck, and the cycle is named', () => {
  const doc = parse({
    nodes: [
      node('start', 'publisher', { ...oneEvent, call: 'wait' }),
      node('bus', 'bus', { delivery: 'sync', reading: 'blockingCall' }),
      node('echo', 'handler', { actions: [emit] }),
    ],
    wires: [wire('start', 'bus'), wire('bus', 'echo'), wire('echo', 'bus')],
  });
  expect(finish(doc).summary()).toMatchObject({ status: 'stuck', isBlocked: true, waiting: [1, 2] });
});

test('a run whose publishers are done and whose queues are empty ends legally', () => {
  const doc = parse({
    nodes: [node('start', 'publisher', oneEvent), node('bus', 'bus', {}), node('work', 'handler', {})],
    wires: [wire('start', 'bus'), wire('bus', 'work')],
  });
  expect(finish(doc).summary()).toMatchObject({ status: 'ended', waiting: [], eventsPublished: 1 });
});

test('a run that is cut by its length says horizon', () => {
  const doc = parse({ nodes: [node('start', 'publisher', {})], wires: [] });
  expect(finish(doc).summary()).toMatchObject({ status: 'horizon' });
});
