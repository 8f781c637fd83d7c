import { describe, expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from './FlowPlan';
import { reportOf } from './report';
import { Simulation } from './Simulation';

/** Jobs at a fixed rate, a queue, and one server; what is not constant here can be worked out by hand. */
function simulate(settings: object, server: object, run: object = {}): Simulation {
  const node = (id: string, kind: string, own: object) => ({ id, kind, name: id, x: 0, y: 0, settings: own });
  const result = parseFlow(
    {
      busbar: 1,
      name: 'queue',
      seed: 7,
      untilMs: 10_500,
      eventTypes: [{ id: 'job', name: 'Job', shape: 'circle', colour: 1, outline: false }],
      nodes: [
        node('source', 'publisher', settings),
        node('queue', 'bus', { groups: 'one' }),
        node('server', 'handler', server),
        node('remark', 'note', {}),
      ],
      wires: [
        { id: 'a', from: { node: 'source', port: 'out' }, to: { node: 'queue', port: 'in' } },
        { id: 'b', from: { node: 'queue', port: 'out' }, to: { node: 'server', port: 'in' } },
      ],
      ...run,
    },
    kinds,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return new Simulation(planFlow(result.value, runningKinds));
}

const everySecond = { interval: { law: 'constant', mean: 1000 } };
const halfASecond = { service: { law: 'constant', mean: 500 } };

function finished(simulation: Simulation): Simulation {
  while (simulation.step());
  return simulation;
}

describe('a server that works half a second on each of ten jobs', () => {
  const report = reportOf(finished(simulate(everySecond, halfASecond)));
  const [source, queue, server] = report.nodes;

  test('rates and averages are over the whole length of the run', () => {
    expect(report).toMatchObject({ status: 'horizon', timeUs: 10_500_000, untilUs: 10_500_000, limit: '' });
    expect(source?.throughputPerSecond).toBeCloseTo(10 / 10.5, 9);
    expect(server?.utilisation).toBeCloseTo(5 / 10.5, 9);
    expect(server?.busy).toMatchObject({ highest: 1, now: 0 });
    expect(queue?.queue.mean).toBe(0);
  });

  test('times are those of the settings', () => {
    const ms500 = {
      count: 10,
      meanUs: 500_000,
      p50Us: 500_000,
      p95Us: 500_000,
      p99Us: 500_000,
      longestUs: 500_000,
    };
    expect(server?.service?.meanUs).toBe(ms500.meanUs);
    expect(server?.response?.longestUs).toBe(ms500.longestUs);
    expect(server?.wait).toMatchObject({ count: 10, meanUs: 0, p50Us: 0, p99Us: 0, longestUs: 0 });
    expect(report.eventTypes[0]?.lifetime).toMatchObject({ count: 10, meanUs: 500_000 });
  });

  test('residence in every state adds up to the time of the run', () => {
    for (const { residenceUs } of report.nodes) {
      const total = Object.values(residenceUs).reduce((sum, us) => sum + us, 0);
      expect(total).toBe(report.timeUs);
    }
    expect(server?.residenceUs['busy']).toBe(5_000_000);
  });

  test('the ledger of the whole is the sum of those of the nodes, and of those of the event types', () => {
    for (const parts of [report.nodes, report.eventTypes]) {
      const sums: Record<string, number> = {};
      for (const { ledger } of parts) {
        for (const [fact, count] of Object.entries(ledger)) sums[fact] = (sums[fact] ?? 0) + count;
      }
      expect(sums).toEqual(report.ledger);
    }
    expect(server?.ledger).toEqual({ worked: 10 });
  });

  test('wires count what set out and what arrived', () => {
    expect(report.wires.map(({ id, from, to, sent, arrived }) => [id, from, to, sent, arrived])).toEqual([
      ['a', 'source', 'queue', 10, 10],
      ['b', 'queue', 'server', 10, 10],
    ]);
  });

  test('notes are left out, and all is plain JSON', () => {
    expect(report.nodes.map(({ id }) => id)).toEqual(['source', 'queue', 'server']);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

test('a server without a bound has no utilisation', () => {
  const report = reportOf(finished(simulate(everySecond, { ...halfASecond, workers: 0 })));
  expect(report.nodes[2]).toMatchObject({ servers: null, utilisation: null });
  expect(report.nodes[2]?.busy.mean).toBeCloseTo(5 / 10.5, 9);
});

test('a message that was dropped on its wire set out, was lost, and never arrived', () => {
  const drop = {
    id: 'drop',
    atUs: 3_000_000,
    afterStep: 0,
    action: { do: 'drop', message: 'queue/publish/3' },
  };
  const slow = [
    {
      id: 'a',
      from: { node: 'source', port: 'out' },
      to: { node: 'queue', port: 'in' },
      settings: { latency: { law: 'constant', mean: 100 } },
    },
    { id: 'b', from: { node: 'queue', port: 'out' }, to: { node: 'server', port: 'in' } },
  ];
  const changes = { wires: slow, interventions: [{ ...drop, atUs: 3_050_000 }] };
  const report = reportOf(finished(simulate(everySecond, halfASecond, changes)));
  expect(report.ledger['lost']).toBe(1);
  expect(report.wires[0]).toMatchObject({ sent: 10, arrived: 9, lost: 1 });
});

test('a run that is cut short says by what, and measures up to there', () => {
  const simulation = simulate(everySecond, halfASecond);
  while (simulation.eventCount < 3) simulation.step();
  expect(reportOf(simulation, 'events')).toMatchObject({
    status: 'events',
    timeUs: 3_000_000,
    eventsPublished: 3,
  });
  expect(reportOf(simulation, 'steps')).toMatchObject({ status: 'limit', limit: 'steps' });
  expect(reportOf(simulation, 'cancelled')).toMatchObject({ status: 'cancelled', limit: '' });
});

test('what sets out on a wire that loses and doubles arrives, is lost, or is under way', () => {
  const settings = { latency: { law: 'constant', mean: 300 }, loss: 0.3, duplication: 0.2 };
  const wires = [
    { id: 'a', from: { node: 'source', port: 'out' }, to: { node: 'queue', port: 'in' }, settings },
    { id: 'b', from: { node: 'queue', port: 'out' }, to: { node: 'server', port: 'in' } },
  ];
  const simulation = finished(simulate({ interval: { law: 'constant', mean: 100 } }, halfASecond, { wires }));
  const { sent = 0, arrived = 0, lost = 0 } = reportOf(simulation).wires[0] ?? {};
  const underWay = simulation.pending
    .entries()
    .filter(({ item }) => item.wire === 0 && item.kind === 'publish');
  expect(underWay.length).toBeGreaterThan(0);
  expect(sent).toBe(arrived + lost + underWay.length);
  expect(lost).toBe(simulation.counters.facts().lost);
});
