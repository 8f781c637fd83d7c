import { consumerGroups } from '#kinds/bus/consumerGroups';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { recordStep } from '#engine/runtime/frames';
import { Simulation } from '#engine/runtime/Simulation';
import { reportOf } from '#engine/runtime/report';
import type { TraceEntry } from '#engine/runtime/Trace';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ObservedBook } from './ObservedBook';
import { watchBus, watchOrders, type WatchOrder } from './watchBus';

/** A flow, run as far as it goes. */
function traceOf(flow: object) {
  const parsed = parseFlow(flow, kinds);
  if (!parsed.ok) throw new Error('the flow is not sound');
  const doc = parsed.value;
  const simulation = new Simulation(planFlow(doc, runningKinds));
  const entries: TraceEntry[] = [];
  for (let entry = recordStep(simulation); entry !== null; entry = recordStep(simulation))
    entries.push(entry);
  return { doc, entries, report: reportOf(simulation) };
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

test('in each order a bus sees as many events as the books of the run say', () => {
  for (const file of files) {
    const { doc, entries, report } = traceOf({ ...readExample(file), untilMs: 2_000 });
    let completed = 0;
    for (const [bus, node] of doc.nodes.entries()) {
      if (node.kind !== 'bus') continue;
      const groups = consumerGroups(doc, node.id);
      const seen = (order: WatchOrder) => entries.flatMap(watchBus(doc, bus, order, groups)).length;
      expect(seen('publish')).toBe(report.nodes.find(({ id }) => id === node.id)?.ledger.accepted ?? 0);
      const wires = report.wires.filter((_, wire) => groups.has(wire));
      expect(seen('delivery')).toBe(wires.reduce((sum, { sent }) => sum + sent, 0));
      completed += seen('completion');
    }
    expect(completed).toBe(report.ledger.worked ?? 0);
  }
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
  const { doc, entries } = traceOf(race);
  const seen = watchOrders.map((order) => {
    const book = new ObservedBook(true);
    const watch = watchBus(doc, 1, order, consumerGroups(doc, 'orders'));
    for (const sighting of entries.flatMap(watch)) book.add(sighting);
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
