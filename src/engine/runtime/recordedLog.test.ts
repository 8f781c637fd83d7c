import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { csvLog } from '#engine/interop/csvLog';
import { guessColumns } from '#engine/interop/guessColumns';
import { readLog } from '#engine/interop/readLog';
import { parseFlow } from '#engine/model/parseFlow';
import type { BusView } from '#kinds/bus/BusView';
import type { HandlerView } from '#kinds/handler/HandlerView';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Run } from './Run';

const file = fileURLToPath(new URL('../../../../shared/data/permit-receipt.csv', import.meta.url));

test.skipIf(!existsSync(file))(
  'a real log of 8,577 events (skipped where it is absent) runs through bus and handlers, and the books balance',
  () => {
    const table = csvLog(readFileSync(file, 'utf8'));
    const reading = readLog(table, guessColumns(table), 'permit-receipt.csv', []);
    const exponential = (mean: number): object => ({ law: 'exponential', mean });
    const node = (id: string, kind: string, settings: object): object => ({
      id,
      kind,
      name: id,
      x: 0,
      y: 0,
      settings,
    });
    const wire = (id: string, from: string, to: string, port = 'out'): object => ({
      id,
      from: { node: from, port },
      to: { node: to, port: 'in' },
      settings: {},
    });
    const result = parseFlow(
      {
        busbar: 1,
        name: 'Permits',
        seed: 3,
        untilMs: 0,
        eventTypes: reading.newEventTypes,
        nodes: [
          node('town', 'publisher', { generation: 'log', log: reading.recording, timeScale: 1_000_000 }),
          node('desk', 'bus', {
            capacity: 200,
            overflow: 'dropOldest',
            guarantee: 'atLeastOnce',
            maxAttempts: 3,
          }),
          node('clerks', 'handler', { workers: 3, service: exponential(15), failureProbability: 0.2 }),
          node('archive', 'handler', { service: exponential(5) }),
          node('unsettled', 'bus', { purpose: 'deadLetters' }),
        ],
        wires: [
          wire('w1', 'town', 'desk'),
          wire('w2', 'desk', 'clerks'),
          wire('w3', 'desk', 'archive'),
          wire('w4', 'desk', 'unsettled', 'deadLetter'),
        ],
      },
      kinds,
    );
    if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
    const run = new Run(runningKinds);
    run.load(result.value);
    while (run.advance(10_000)) continue;
    const summary = run.summary();
    expect(summary).toMatchObject({ status: 'ended', eventsPublished: 8_577 });
    const { nodes } = run.frame({ step: summary.steps });
    const bus = nodes[1]?.view as BusView; // Node 1 is the bus, 2 and 3 are handlers.
    const handled = [nodes[2]?.view as HandlerView, nodes[3]?.view as HandlerView];
    for (const [index, queue] of bus.queues.entries()) {
      const { accepted, delivered, dropped, deadLettered, lost, expired } = queue;
      expect(accepted).toBe(8_577);
      expect(delivered + dropped + deadLettered + lost + expired).toBe(accepted);
      expect(handled[index]?.done).toBe(delivered);
    }
    expect(bus.queues[0]?.deadLettered).toBeGreaterThan(0);
    const kept = nodes[4]?.view as BusView; // Node 4 is the dead-letter box.
    expect(kept.keptCount).toBe(bus.queues[0]?.deadLettered);
  },
);
