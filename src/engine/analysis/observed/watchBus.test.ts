import { consumerGroups } from '#kinds/bus/consumerGroups';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { Simulation } from '#engine/runtime/Simulation';
import { reportOf } from '#engine/runtime/report';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ObservedBook } from './ObservedBook';
import type { Sighting } from './Sighting';
import { watchBus, watchOrders, type WatchOrder } from './watchBus';

/** A document, and what is seen when it is run as far as it goes. */
function open(flow: object) {
  const parsed = parseFlow(flow, kinds);
  if (!parsed.ok) throw new Error('the flow is not sound');
  const doc = parsed.value;
  const plain = new Simulation(planFlow(doc, runningKinds));
  while (plain.step());
  const see = (bus: number, order: WatchOrder): readonly Sighting[] => {
    const simulation = new Simulation(planFlow(doc, runningKinds));
    const sightings: Sighting[] = [];
    const laneOf = consumerGroups(doc, doc.nodes[bus]?.id ?? '');
    watchBus(simulation, { bus, order, laneOf }, (sighting) => sightings.push(sighting));
    while (simulation.step());
    expect(simulation.hash.digest()).toBe(plain.hash.digest());
    return sightings;
  };
  return { doc, see, report: reportOf(plain) };
}

function readExample(name: string): object {
  const path = fileURLToPath(new URL(`../../../../public/examples/${name}.flow.json`, import.meta.url));
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof value === 'object' && value !== null ? value : {};
}

const files = [
  'order-flow',
  'fan-out',
  'overtaking',
  'saga',
  'back-pressure',
  'blocked-caller',
  'retry-storm',
];

test('in each order a bus sees as many events as the books of the run say, and watching changes nothing', () => {
  for (const file of files) {
    const { doc, see, report } = open({ ...readExample(file), untilMs: 2_000 });
    let completed = 0;
    for (const [bus, node] of doc.nodes.entries()) {
      if (node.kind !== 'bus') continue;
      const groups = consumerGroups(doc, node.id);
      expect(see(bus, 'publish').length).toBe(
        report.nodes.find(({ id }) => id === node.id)?.ledger.accepted ?? 0,
      );
      const wires = report.wires.filter((_, wire) => groups.has(wire));
      expect(see(bus, 'delivery').length).toBe(wires.reduce((sum, { sent }) => sum + sent, 0));
      completed += see(bus, 'completion').length;
    }
    expect(completed).toBe(report.ledger.worked ?? 0);
  }
});

test('what a wire doubles was handed over once, and an answer that is lost was given', () => {
  const [shop, bus, clerk] = race.nodes;
  const unsafe = { duplication: 0.5, ackLoss: 0.5 };
  const wires = race.wires.map((wire) => (wire.id === 'out' ? { ...wire, settings: unsafe } : wire));
  const sure = { ...bus, settings: { guarantee: 'atLeastOnce', maxAttempts: 50, ackTimeoutMs: 5_000 } };
  const { see, report } = open({ ...race, nodes: [shop, sure, clerk], wires });
  expect(report.ledger['ack-lost']).toBeGreaterThan(10);
  expect(report.ledger.duplicated).toBeGreaterThan(10);
  const handed = see(1, 'delivery').length;
  expect(handed).toBe((report.wires[1]?.sent ?? 0) - (report.ledger.duplicated ?? 0));
  expect(handed).toBe(60 + (report.ledger.redelivered ?? 0));
  expect(see(1, 'completion').length).toBe(report.ledger.worked);
});

/** Thirty orders are placed, and shipped right after, and three workers are in a hurry. */
const race = {
  busbar: 1,
  name: 'Race',
  seed: 3,
  untilMs: 0,
  eventTypes: [{ id: 'Placed' }, { id: 'Shipped' }],
  nodes: [
    {
      id: 'shop',
      kind: 'publisher',
      x: 0,
      y: 0,
      settings: {
        generation: 'script',
        script: Array.from({ length: 60 }, (_, at) => ({
          atMs: at * 40,
          type: at % 2 === 0 ? 'Placed' : 'Shipped',
          key: `order-${Math.floor(at / 2)}`,
        })),
      },
    },
    { id: 'orders', kind: 'bus', x: 300, y: 0 },
    {
      id: 'clerk',
      kind: 'handler',
      x: 600,
      y: 0,
      settings: { workers: 3, service: { law: 'exponential', mean: 60 } },
    },
  ],
  wires: [
    { id: 'in', from: { node: 'shop', port: 'out' }, to: { node: 'orders', port: 'in' } },
    { id: 'out', from: { node: 'orders', port: 'out' }, to: { node: 'clerk', port: 'in' } },
  ],
};

test('an overtaking is seen in the order of completion, and neither when it is published nor when it is delivered', () => {
  const { see } = open(race);
  const seen = watchOrders.map((order) => {
    const book = new ObservedBook(true);
    for (const sighting of see(1, order)) book.add(sighting);
    const { letters, arrows } = book.report();
    return arrows
      .map(({ from, to, count }) => `${letters[from - 1] ?? '^'} ${letters[to - 1] ?? '$'} ${count}`)
      .toSorted();
  });
  const inOrder = ['Placed Shipped 30', 'Shipped $ 30', '^ Placed 30'];
  expect(seen.slice(0, 2)).toEqual([inOrder, inOrder]);
  expect(seen[2]).toContain('^ Shipped 5');
  expect(seen[2]).toContain('Shipped Placed 5');
});
